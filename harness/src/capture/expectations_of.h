// What a scenario expects, where all that was seen is to be seen again.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "capture/asked.h"

namespace gcmock {

/// The member `expect`; null where nothing can be said. Exchanges are counted by endpoint, org and status. An order is
/// expected where counts alone would not tell a renewal from three unrelated requests.
nlohmann::ordered_json expectations_of(const std::vector<StepAsked>& steps);

}  // namespace gcmock
