// Why a scenario did not pass, in one line each: for summaries and for CI systems that show a single line.
#pragma once

#include <string>
#include <vector>

#include "gcmock/harness/result.h"

namespace gcmock {

/// "step 3, call secondary: expected needs_admin, got ok", "I-18 the client stops on a permanent refusal".
/// Empty for what passed.
std::vector<std::string> reasons_of(const ScenarioResult& scenario);

/// "expected needs_admin or needs_user, got ok".
std::string comparison_of(const StepResult& step);

/// What counts against the client: violated, and not just a warning.
bool is_failure(const InvariantResult& invariant);

}  // namespace gcmock
