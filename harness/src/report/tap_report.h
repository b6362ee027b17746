// The report for harnesses of the Test Anything Protocol, version 14 (https://testanything.org).
#pragma once

#include <string>

#include "gcmock/harness/result.h"

namespace gcmock {

/// A test point for each scenario, with a YAML block where it did not pass; skipped: `# SKIP`. An interrupted run bails
/// out behind the points of what ran. Ends in a newline.
std::string tap_report(const RunResult& result);

}  // namespace gcmock
