// The report for people: a line for each scenario, and for what did not pass everything that explains it.
#pragma once

#include <string>

#include "gcmock/harness/result.h"
#include "report/console_style.h"

namespace gcmock {

/// One scenario, as soon as it ended. Ends in a newline.
std::string console_scenario(const ScenarioResult& scenario, const ConsoleStyle& style);

/// What comes behind all scenarios: what failed once more (where it has scrolled away), invariants that found nothing
/// to look at, and the last line "3 passed, 1 failed, 0 skipped …".
std::string console_summary(const RunResult& result, const ConsoleStyle& style);

/// Both.
std::string console_report(const RunResult& result, const ConsoleStyle& style);

}  // namespace gcmock
