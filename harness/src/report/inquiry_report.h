// The report of `gcmock explain --request`: one answer, and why it is that.
#pragma once

#include <string>

#include "gcmock/harness/result.h"
#include "report/console_style.h"

namespace gcmock {

/// The answer; then every check that was made, and of a refusal the place that decided it and what would change it.
std::string inquiry_report(const Exchange& exchange, const Explanation& explanation, const ConsoleStyle& style);

/// The same for programs: `exchange` as the journal of the JSON report has it, `explanation` likewise; null where the
/// request was granted.
std::string inquiry_json(const Exchange& exchange, const Explanation& explanation);

}  // namespace gcmock
