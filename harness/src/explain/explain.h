// Why an exchange was refused, for a person: the trail, the place in the files that decided it, what would change it.
#pragma once

#include <vector>

#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// Of an exchange that was refused. One that a rule of the script refused has no trail: then the rule is the reason.
/// Where an earlier exchange of `journal`, or a step (`between`), changed what the refusal looked at, that is where it
/// was decided.
Explanation explain(const Scenario& scenario, const Exchange& exchange, const std::vector<Exchange>& journal,
                    const std::vector<ChangeBetween>& between = {});

}  // namespace gcmock
