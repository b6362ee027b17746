// The report for programs: all of a run as JSON, documented in docs/commands.md.
#pragma once

#include <string>

#include "gcmock/harness/result.h"

namespace gcmock {

/// Members are added under the same schema_version; a member that changes or goes raises it.
inline constexpr int json_report_schema_version = 1;

/// Ends in a newline. What is no UTF-8 becomes U+FFFD.
std::string json_report(const RunResult& result);

}  // namespace gcmock
