// Why a request was refused, as JSON, for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "gcmock/harness/result.h"

namespace gcmock {

nlohmann::ordered_json explanation_entry(const Explanation& explanation);

}  // namespace gcmock
