// JSON as it is sent: what is no UTF-8 becomes U+FFFD.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace gcmock {

std::string sent_text(const nlohmann::ordered_json& value);

}  // namespace gcmock
