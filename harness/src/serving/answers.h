// The forms of the admin API's answers.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "gcmock/harness/diagnostic.h"
#include "gcmock/http/service.h"

namespace gcmock {

ServiceAnswer json_answer(int status, const nlohmann::ordered_json& value);

/// RFC 9457. `detail` is for a person: what is wrong, and what would be right.
ServiceAnswer problem(int status, const std::string& detail, const std::vector<Diagnostic>& diagnostics = {});

}  // namespace gcmock
