// The report for CI systems: JUnit's XML, in the form that Jenkins and GitLab both show.
#pragma once

#include <string>

#include "gcmock/harness/result.h"

namespace gcmock {

/// A test suite for each folder, a test case for each scenario. failed, flaky: <failure>; invalid, broken and vacuous:
/// <error> (neither is a pass); skipped: <skipped>. The text is the console's. Ends in a newline.
std::string junit_report(const RunResult& result);

}  // namespace gcmock
