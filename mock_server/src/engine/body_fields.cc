#include "engine/body_fields.h"

#include <nlohmann/json.hpp>

namespace gcmock {

std::vector<std::pair<std::string, std::string>> texts_of_json_object(std::string_view body) {
  std::vector<std::pair<std::string, std::string>> texts;
  constexpr int deepest = 64;
  const auto not_too_deep = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) { return depth <= deepest; };
  const auto document = nlohmann::json::parse(body, not_too_deep, false);
  if (!document.is_object()) return texts;
  for (const auto& [name, value] : document.items()) {
    if (value.is_string()) {
      texts.emplace_back(name, value.get<std::string>());
    } else if (value.is_number() || value.is_boolean()) {
      texts.emplace_back(name, value.dump());
    }
  }
  return texts;
}

}  // namespace gcmock
