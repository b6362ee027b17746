#include "cli/schema_reference.h"

#include <algorithm>
#include <deque>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "cli/markdown.h"

namespace gcmock {
namespace {

using Json = nlohmann::ordered_json;

struct Section {
  std::string heading;
  Json schema;
};

constexpr std::size_t most_words_in_a_cell = 8;
constexpr std::string_view whole_file = "The file";

std::string word_of(const std::string& type) {
  if (type == "string") return "text";
  if (type == "integer") return "whole number";
  if (type == "boolean") return "true or false";
  if (type == "array") return "list";
  return type;  // number, object, null
}

bool is_object_with_keys(const Json& schema) {
  return schema.contains("properties");
}

std::string text_member(const Json& schema, const char* key) {
  return schema.contains(key) ? schema.at(key).get<std::string>() : "";
}

/// Null, which has no items, where there is none.
const Json& member_of(const Json& schema, const char* key) {
  static const Json nothing;
  const auto found = schema.find(key);
  return found == schema.end() ? nothing : *found;
}

/// Writes sections; an object that stands within another gets one of its own, behind it.
class Page {
 public:
  explicit Page(const Json& whole) : whole_(whole) {}

  std::string sections() {
    Json top = whole_;
    todo_.push_back({std::string(whole_file), std::move(top)});
    write_what_is_to_do();
    for (const auto& [name, definition] : member_of(whole_, "definitions").items()) {
      todo_.push_back({name, definition});
      write_what_is_to_do();
    }
    return out_;
  }

 private:
  void write_what_is_to_do() {
    while (!todo_.empty()) {
      const Section section = std::move(todo_.front());
      todo_.pop_front();
      write(section);
    }
  }

  void write(const Section& section) {
    const Json& schema = section.schema;
    out_ += "## " + section.heading + "\n\n";
    if (const std::string text = text_member(schema, "description"); !text.empty()) out_ += in_table(text) + "\n\n";
    if (is_object_with_keys(schema)) {
      write_keys(section.heading, schema);
    } else if (schema.contains("enum") && schema.at("enum").size() > most_words_in_a_cell) {
      out_ += "One of: " + words_in(schema) + ".\n\n";
    } else if (is_choice_of_objects(schema)) {
      write_choice(section.heading, schema);
    } else {
      out_ += "Type: " + type_of(schema, section.heading) + ".\n\n";
    }
  }

  void write_head() { out_ += "| key | type | | default | meaning | example |\n|---|---|---|---|---|---|\n"; }

  void write_keys(const std::string& heading, const Json& schema) {
    write_head();
    write_rows(heading, schema);
    out_ += '\n';
    if (schema.contains("oneOf")) out_ += one_of_these_keys(schema.at("oneOf"));
  }

  static std::string one_of_these_keys(const Json& choices) {
    std::string keys;
    for (const Json& choice : choices) {
      for (const Json& key : member_of(choice, "required"))
        keys += (keys.empty() ? "" : " or ") + as_code(key.get<std::string>());
    }
    return keys.empty() ? "" : "Exactly one of " + keys + " is there.\n\n";
  }

  static std::string place_of(const std::string& heading, const std::string& key) {
    return heading == whole_file ? key : heading + "." + key;
  }

  void write_rows(const std::string& heading, const Json& schema) {
    const Json& required = member_of(schema, "required");
    for (const auto& [key, field] : schema.at("properties").items()) {
      const bool is_required = std::find(required.begin(), required.end(), key) != required.end();
      out_ += "| " + as_code(key) + " | " + type_of(field, place_of(heading, key)) + " | " +
              (is_required ? "required" : "") + " | " + default_of(field) + " | " + meaning_of(field) + " | " +
              example_of(field) + " |\n";
    }
  }

  // A choice each of whose branches is an object with keys: they share one table. What else stands there is listed.
  void write_choice(const std::string& heading, const Json& schema) {
    const Json& branches = schema.at("anyOf");
    std::string listed;
    bool has_rows = false;
    for (const Json& branch : branches) {
      if (branch.contains("$ref")) {
        listed += "- " + type_of(branch, heading) + ": " + meaning_of(branch) + "\n";
        continue;
      }
      if (!has_rows) write_head();
      has_rows = true;
      Json each = branch;
      each.erase("required");  // of a choice one is there
      write_rows(heading, each);
    }
    out_ += has_rows ? "\n" + listed : listed + "\n";
  }

  static bool is_choice_of_objects(const Json& schema) {
    if (!schema.contains("anyOf")) return false;
    for (const Json& branch : schema.at("anyOf")) {
      if (!branch.contains("$ref") && !is_object_with_keys(branch)) return false;
    }
    return true;
  }

  static std::string name_in(const Json& schema) {
    const auto path = schema.at("$ref").get<std::string>();  // "#/definitions/org"
    return path.substr(path.rfind('/') + 1);
  }

  const Json& target_of(const Json& schema) const {
    if (schema.contains("$ref")) return whole_.at("definitions").at(name_in(schema));
    if (schema.contains("allOf")) return target_of(schema.at("allOf").front());
    return schema;
  }

  static std::string link_to(const std::string& heading) { return "[" + heading + "](#" + anchor_of(heading) + ")"; }

  static std::string words_in(const Json& schema) {
    std::string words;
    for (const Json& word : schema.at("enum"))
      words += (words.empty() ? "" : " ") + as_code(word.is_string() ? word.get<std::string>() : word.dump());
    return words;
  }

  std::string alternatives(const Json& branches, const std::string& place) {
    std::string text;
    for (const Json& branch : branches) text += (text.empty() ? "" : ", or ") + type_of(branch, place);
    return text;
  }

  std::string type_of(const Json& schema, const std::string& place) {
    if (schema.contains("$ref")) return link_to(name_in(schema));
    if (schema.contains("allOf")) return type_of(schema.at("allOf").front(), place);
    if (schema.contains("enum")) return words_in(schema);
    if (schema.contains("const")) return as_code(schema.at("const").dump());
    if (schema.contains("anyOf")) return alternatives(schema.at("anyOf"), place);
    if (schema.contains("if"))
      return type_of(with_type(schema.at("then"), schema.at("if")), place) + ", or " +
             type_of(schema.at("else"), place);
    return plain_type_of(schema, place);
  }

  static Json with_type(Json then, const Json& condition) {
    if (condition.contains("type")) then["type"] = condition.at("type");
    return then;
  }

  std::string plain_type_of(const Json& schema, const std::string& place) {
    if (!schema.contains("type")) return schema.contains("pattern") ? "text" : "anything";
    const Json& type = schema.at("type");
    if (type.is_array()) {
      std::string text;
      for (const Json& each : type) text += (text.empty() ? "" : " or ") + word_of(each.get<std::string>());
      return text;
    }
    if (type == "array" && schema.contains("items")) return list_of(schema, place);
    if (type == "object") return object_of(schema, place);
    return word_of(type.get<std::string>()) + range_of(schema);
  }

  std::string list_of(const Json& schema, const std::string& place) {
    const Json& items = schema.at("items");
    if (!items.is_array()) return "list of " + type_of(items, place);
    std::string text;
    for (const Json& item : items) text += (text.empty() ? "" : ", ") + type_of(item, place);
    const Json& more = member_of(schema, "additionalItems");
    return "list of " + text + (more.is_object() ? ", then any number of " + type_of(more, place) : "");
  }

  std::string object_of(const Json& schema, const std::string& place) {
    if (is_object_with_keys(schema)) {
      todo_.push_back({place, schema});
      return link_to(place);
    }
    const Json& values = member_of(schema, "additionalProperties");
    return values.is_object() && !values.empty() ? "object; each value: " + type_of(values, place) : "object";
  }

  static std::string range_of(const Json& schema) {
    if (schema.contains("minimum") && schema.contains("maximum"))
      return ", " + schema.at("minimum").dump() + " to " + schema.at("maximum").dump();
    if (schema.contains("minimum")) return ", at least " + schema.at("minimum").dump();
    return schema.contains("minLength") ? ", not empty" : "";
  }

  std::string default_of(const Json& field) const {
    const Json& target = field.contains("default") ? field : target_of(field);
    if (!target.contains("default")) return "";
    const Json& value = target.at("default");
    return as_code(value.is_string() ? value.get<std::string>() : value.dump());
  }

  std::string meaning_of(const Json& field) const {
    const std::string own = text_member(field, "description");
    return in_table(own.empty() ? text_member(target_of(field), "description") : own);
  }

  std::string example_of(const Json& field) const {
    const Json& target = field.contains("examples") ? field : target_of(field);
    std::string text;
    for (const Json& example : member_of(target, "examples"))
      text += (text.empty() ? "" : " ") + as_code(example.dump());
    return text;
  }

  const Json& whole_;
  std::deque<Section> todo_;
  std::string out_;
};

}  // namespace

std::string schema_reference(std::string_view page, std::string_view schema) {
  const Json whole = Json::parse(schema);
  const std::string name(page);
  return "<!-- Written by `gcmock reference " + name +
         "`; `./dev approve` writes it anew. Change the JSON schema, not this page. -->\n# Reference: " +
         text_member(whole, "title") + "\n\nEvery key, from the schema that `gcmock schema` prints. [" +
         (name == "report" ? "Commands](../commands.md#reports) explains it"
                           : "Formats](../formats.md) explains them") +
         ".\n\n" + Page(whole).sections();
}

}  // namespace gcmock
