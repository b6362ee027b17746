// Several runs of one scenario with one seed, as one result: is the client flaky, and in what?
#pragma once

#include <vector>

#include "gcmock/harness/result.h"

namespace gcmock {

/// What was not the same in all runs: outcomes of steps, checks, invariants, and how many exchanges there were of each
/// kind. Times are left out: they are never the same.
std::vector<RunDifference> differences_between(const std::vector<ScenarioResult>& runs);

/// The first run that did not pass, or the first of all, with `repeats` filled in. It is flaky where the runs ended
/// differently; but where one was broken, that is what the result is.
ScenarioResult as_one(std::vector<ScenarioResult> runs);

}  // namespace gcmock
