#include "contract/mismatch.h"

#include <algorithm>
#include <cmath>
#include <regex>

#include "contract/json_members.h"

namespace gcmock {
namespace {

using nlohmann::json;

std::string kind_of(const json& value) {
  switch (value.type()) {
    case json::value_t::null:
      return "null";
    case json::value_t::boolean:
      return "true or false";
    case json::value_t::string:
      return "a string";
    case json::value_t::number_integer:
    case json::value_t::number_unsigned:
      return "a whole number";
    case json::value_t::number_float:
      return "a number";
    case json::value_t::array:
      return "a list";
    case json::value_t::object:
      return "an object";
    case json::value_t::binary:
    case json::value_t::discarded:
      break;
  }
  return "nothing";
}

bool is_of(const std::string& type, const json& value) {
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  if (type == "number") return value.is_number();
  if (type == "integer") return value.is_number_integer();
  return true;
}

std::string worded(const std::string& type) {
  if (type == "string") return "a string";
  if (type == "boolean") return "true or false";
  if (type == "array") return "a list";
  if (type == "object") return "an object";
  return type == "integer" ? "a whole number" : "a number";
}

std::string one_of(const json& words) {
  constexpr std::size_t longest_told = 12;
  std::string list;
  for (std::size_t i = 0; i < words.size() && i < longest_told; ++i) {
    list.append(i == 0 ? "one of " : ", ").append(text(words[i]));
  }
  return words.size() > longest_told ? list + ", …" : list;
}

bool has_form(const std::string& format, const std::string& value) {
  static const std::regex date(R"(\d+-\d\d-\d\d)");
  static const std::regex date_time(R"(\d+-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d))");
  if (format == "date") return std::regex_match(value, date);
  return format != "date-time" || std::regex_match(value, date_time);
}

/// One value against one schema, and so on downwards.
class Walk {
 public:
  explicit Walk(const OpenApiDocument& document) : document_(document) {}

  void compare(const json& schema, const std::string& schema_pointer, const json& value, const std::string& pointer) {
    if (const auto reference = text(member(schema, "$ref")); !reference.empty()) {
      const auto* meant = document_.resolved(schema);
      if (meant == nullptr) return tell(pointer, schema_pointer, "what " + reference + " names", "no such definition");
      return compare(*meant, reference.substr(1), value, pointer);
    }
    const auto type = text(member(schema, "type"));
    if (!is_of(type, value)) return tell(pointer, schema_pointer, worded(type), kind_of(value));
    if (value.is_object()) compare_object(schema, schema_pointer, value, pointer);
    if (value.is_array()) compare_list(schema, schema_pointer, value, pointer);
    compare_plain(schema, schema_pointer, value, pointer);
  }

  std::vector<Mismatch> take() && { return std::move(found_); }

 private:
  void tell(const std::string& pointer, const std::string& schema_pointer, std::string expected, std::string found) {
    found_.push_back({pointer, schema_pointer, std::move(expected), std::move(found)});
  }

  void compare_object(const json& schema, const std::string& schema_pointer, const json& value,
                      const std::string& pointer) {
    for (const auto& name : texts(member(schema, "required"))) {
      if (!value.contains(name)) {
        tell(pointer + "/" + pointer_token(name), schema_pointer + "/required", "a member", "none");
      }
    }
    const auto& properties = member(schema, "properties");
    const auto& others = member(schema, "additionalProperties");
    for (const auto& [name, item] : value.items()) {
      const auto below = pointer + "/" + pointer_token(name);
      if (properties.contains(name)) {
        compare(properties[name], schema_pointer + "/properties/" + pointer_token(name), item, below);
      } else if (others.is_object()) {
        compare(others, schema_pointer + "/additionalProperties", item, below);
      } else if (properties.is_object() && others.is_null()) {
        tell(below, schema_pointer + "/properties", "no such member", kind_of(item));
      }
    }
  }

  void compare_list(const json& schema, const std::string& schema_pointer, const json& value,
                    const std::string& pointer) {
    const auto& items = member(schema, "items");
    for (std::size_t i = 0; i < value.size() && items.is_object(); ++i) {
      compare(items, schema_pointer + "/items", value[i], pointer + "/" + std::to_string(i));
      const bool is_again = std::find(value.begin(), value.begin() + long(i), value[i]) != value.begin() + long(i);
      if (member(schema, "uniqueItems") == true && is_again) {
        tell(pointer + "/" + std::to_string(i), schema_pointer, "no item twice", "one that is there before");
      }
    }
  }

  void compare_plain(const json& schema, const std::string& schema_pointer, const json& value,
                     const std::string& pointer) {
    const auto& words = member(schema, "enum");
    if (words.is_array() && std::find(words.begin(), words.end(), value) == words.end()) {
      tell(pointer, schema_pointer + "/enum", one_of(words), "another word");
    }
    const auto format = text(member(schema, "format"));
    if (value.is_string() && !has_form(format, value.get<std::string>())) {
      tell(pointer, schema_pointer + "/format", "a " + format, "a string of another form");
    }
    const auto& least = member(schema, "minimum");
    if (value.is_number() && least.is_number() && value < least) {
      tell(pointer, schema_pointer + "/minimum", least.dump() + " or more", "less");
    }
  }

  const OpenApiDocument& document_;
  std::vector<Mismatch> found_;
};

}  // namespace

std::vector<Mismatch> mismatches(const OpenApiDocument& document, const std::string& schema_pointer,
                                 const json& value) {
  const json::json_pointer place(schema_pointer);
  if (!document.root().contains(place)) return {};
  Walk walk(document);
  walk.compare(document.root()[place], schema_pointer, value, "");
  return std::move(walk).take();
}

}  // namespace gcmock
