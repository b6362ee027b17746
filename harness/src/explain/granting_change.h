// The smallest change of a world that turns a refusal into a grant.
#pragma once

#include <string>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// As JSON, what world_changes would have to say so that the check that failed passes. `places`: what it looked at.
/// Empty where no change of the world does, or it would show a credential.
std::string granting_change(const Scenario& scenario, const Exchange& refused, const std::vector<std::string>& places);

}  // namespace gcmock
