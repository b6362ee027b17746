// The steps of a scenario before any of them was taken.
#pragma once

#include <vector>

#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {

std::vector<StepResult> planned_steps(const Scenario& scenario);

}  // namespace gcmock
