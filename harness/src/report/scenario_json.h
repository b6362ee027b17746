// One scenario's result as JSON, for programs: an entry of the report's `scenarios`.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "gcmock/harness/result.h"

namespace gcmock {

nlohmann::ordered_json scenario_entry(const ScenarioResult& scenario);

}  // namespace gcmock
