// A client that does everything in one run has one outcome: what is right for it follows from all calls.
#pragma once

#include <vector>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {

/// The outcomes that are right for the run as a whole: the worst of one right outcome of each call. A call that is not
/// judged may come out as anything. Empty: no call is judged.
std::vector<Outcome> right_for_one_run(const Scenario& scenario);

/// Moves what is expected of the calls to the last of them, and the number of calls to the first, which makes them all.
void judge_by_one_outcome(const Scenario& scenario, std::vector<StepResult>& steps);

}  // namespace gcmock
