// Orgs that a client leaves untried for no reason of their own.
#pragma once

#include <vector>

#include "gcmock/harness/result.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// A call of one org that should have come out well, came out otherwise, and for which nothing was even sent, although
/// that org had answered nothing badly. Not where the call was made during another step (a client that runs once).
bool was_left_untried(const StepResult& step, const std::vector<Exchange>& journal);

/// The first such exchange of another org than the step's that arrived before the step; null where there is none.
const Exchange* first_elsewhere(const StepResult& step, const std::vector<Exchange>& journal,
                                bool (*is_such)(const Exchange& exchange));

}  // namespace gcmock
