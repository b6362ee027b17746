// A JSON value that knows where it was written. It never leaves the loader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/source_text.h"

namespace gcmock {

struct JsonMember;

struct JsonValue {
  enum class Kind { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  bool boolean = false;
  std::string text;                 ///< a string's content; a number as it was written
  std::vector<JsonValue> items;     ///< of an array
  std::vector<JsonMember> members;  ///< of an object, in the order of the file; no key twice
  Spot spot;

  [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
  /// Null where this is no object or has no such member.
  [[nodiscard]] const JsonMember* find(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  Spot key_spot;
  JsonValue value;
};

/// "an object", "a string".
std::string_view name_of(JsonValue::Kind kind);

/// The same value as compact JSON.
std::string to_json(const JsonValue& value);

/// Same value, wherever it was written; objects whatever their order.
bool same_value(const JsonValue& one, const JsonValue& other);

}  // namespace gcmock
