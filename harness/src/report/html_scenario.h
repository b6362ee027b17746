// One scenario in the HTML report: a line that opens.
#pragma once

#include <string>

#include "gcmock/harness/result.h"
#include "report/markup.h"

namespace gcmock {

/// `anchor`: its id on the page; those of its exchanges start with it.
void write_scenario(Markup& page, const ScenarioResult& scenario, const std::string& anchor);

}  // namespace gcmock
