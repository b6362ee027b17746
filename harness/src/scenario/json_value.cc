// JSON values: look-up, names, and writing them out again.
#include "scenario/json_value.h"

#include <fmt/format.h>
#include <algorithm>

namespace gcmock {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20U) {
      out += fmt::format("\\u{:04x}", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

const JsonMember* JsonValue::find(std::string_view key) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.key == key; });
  return found == members.end() ? nullptr : &*found;
}

std::string_view name_of(JsonValue::Kind kind) {
  switch (kind) {
    case JsonValue::Kind::null:
      return "null";
    case JsonValue::Kind::boolean:
      return "true or false";
    case JsonValue::Kind::number:
      return "a number";
    case JsonValue::Kind::string:
      return "a string";
    case JsonValue::Kind::array:
      return "a list";
    case JsonValue::Kind::object:
      return "an object";
  }
  return "";
}

std::string to_json(const JsonValue& value) {
  std::string out;
  switch (value.kind) {
    case JsonValue::Kind::null:
      return "null";
    case JsonValue::Kind::boolean:
      return value.boolean ? "true" : "false";
    case JsonValue::Kind::number:
      return value.text;
    case JsonValue::Kind::string:
      return quoted(value.text);
    case JsonValue::Kind::array:
      for (const JsonValue& item : value.items) out += (out.empty() ? "" : ",") + to_json(item);
      return "[" + out + "]";
    case JsonValue::Kind::object:
      for (const JsonMember& member : value.members) {
        out += (out.empty() ? "" : ",") + quoted(member.key) + ":" + to_json(member.value);
      }
      return "{" + out + "}";
  }
  return out;
}

bool same_value(const JsonValue& one, const JsonValue& other) {
  if (one.kind != other.kind || one.boolean != other.boolean || one.text != other.text) return false;
  if (one.members.size() != other.members.size()) return false;
  for (const JsonMember& member : one.members) {
    const JsonMember* twin = other.find(member.key);
    if (twin == nullptr || !same_value(member.value, twin->value)) return false;
  }
  return std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(), same_value);
}

}  // namespace gcmock
