// Steps, checks, invariants and the contract of a scenario in the HTML report.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gcmock/harness/result.h"
#include "report/markup.h"

namespace gcmock {

void write_judgement(Markup& page, const ScenarioResult& scenario, const std::string& anchor);

/// "#4 #6", each a link; of many the first.
void write_exchange_links(Markup& page, const std::vector<std::uint64_t>& exchanges, const std::string& anchor);

}  // namespace gcmock
