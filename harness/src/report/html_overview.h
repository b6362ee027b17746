// The head of the HTML report: verdict, counts, what failures have in common, filters.
#pragma once

#include <string>
#include <vector>

#include "gcmock/harness/result.h"
#include "report/markup.h"

namespace gcmock {

/// Ids of the scenarios on the page, in the order of the run.
using Anchors = std::vector<std::string>;

void write_overview(Markup& page, const RunResult& result, const Anchors& anchors);

/// Radio buttons, so that they work without a script, and a search field, which the script shows.
void write_filters(Markup& page, const RunResult& result);

}  // namespace gcmock
