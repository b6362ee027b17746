// Reading a document that somebody else wrote: what is not there, or of another kind, is nothing.
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace gcmock {

/// Null where `value` is no object or has no such member.
inline const nlohmann::json& member(const nlohmann::json& value, const std::string& name) {
  static const nlohmann::json nothing;
  const auto found = value.is_object() ? value.find(name) : value.end();
  return found == value.end() ? nothing : *found;
}

/// Empty where it is no string.
inline std::string text(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : std::string{};
}

/// The strings among the items of a list.
inline std::set<std::string> texts(const nlohmann::json& list) {
  std::set<std::string> found;
  if (!list.is_array()) return found;
  for (const auto& item : list) {
    if (item.is_string()) found.insert(item.get<std::string>());
  }
  return found;
}

}  // namespace gcmock
