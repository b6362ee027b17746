#include "serving/json_text.h"

#include <nlohmann/json.hpp>

namespace gcmock {

std::string sent_text(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace gcmock
