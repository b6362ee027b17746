// Reads what json_report() wrote: for reports made of reports.
#pragma once

#include <string>
#include <string_view>

#include "gcmock/harness/result.h"

namespace gcmock {

/// Throws Error that begins with `file` and names the member, by JSON pointer, that is missing or wrong. What was
/// written by a newer gcmock is read as far as this one knows it, but for another schema_version.
RunResult read_json_report(std::string_view text, const std::string& file);

}  // namespace gcmock
