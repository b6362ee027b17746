#include "contract/openapi_document.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "scenario/json_document.h"

namespace gcmock {
namespace {

using nlohmann::json;

constexpr std::uintmax_t largest_document = 64ULL * 1024 * 1024;

std::string in_small_letters(std::string_view method) {
  std::string small(method);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
  return small;
}

json number_of(const std::string& text) {
  auto number = json::parse(text, nullptr, false);
  return number.is_discarded() ? json(text) : number;
}

json plain(const JsonValue& value) {
  switch (value.kind) {
    case JsonValue::Kind::null:
      return nullptr;
    case JsonValue::Kind::boolean:
      return value.boolean;
    case JsonValue::Kind::number:
      return number_of(value.text);
    case JsonValue::Kind::string:
      return value.text;
    case JsonValue::Kind::array: {
      json items = json::array();
      for (const JsonValue& item : value.items) items.push_back(plain(item));
      return items;
    }
    case JsonValue::Kind::object: {
      json members = json::object();
      for (const JsonMember& member : value.members) members[member.key] = plain(member.value);
      return members;
    }
  }
  return nullptr;
}

std::optional<JsonValue> read_document(const std::string& file, Mistakes& mistakes) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    mistakes.add(file, "GC101", "there is no such file", "check the path; it is relative to where gcmock runs");
    return std::nullopt;
  }
  if (std::filesystem::file_size(file, error) > largest_document) {
    mistakes.add(file, "GC102", "this file is larger than 64 MiB", "the vendor's whole description is smaller");
    return std::nullopt;
  }
  std::ifstream stream(file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  return read_json(std::make_shared<const SourceText>(file, std::move(text)), mistakes);
}

bool is_object(const json& root, const char* name) {
  const auto found = root.find(name);
  return found != root.end() && found->is_object();
}

// What everything else of this layer takes for granted.
std::string what_is_wrong(const json& root) {
  if (!root.is_object() || root.value("swagger", json()) != "2.0") return "this is no Swagger 2.0 document";
  if (!is_object(root, "paths")) return "this document has no \"paths\"";
  if (!is_object(root, "definitions")) return "this document has no \"definitions\"";
  const auto is_no_object = [](const json& path) { return !path.is_object(); };
  return std::ranges::any_of(root["paths"], is_no_object) ? "a path of this document is no object" : "";
}

std::string taken_token(std::string_view& pointer) {
  pointer.remove_prefix(1);
  const auto slash = pointer.find('/');
  std::string token(pointer.substr(0, slash));
  pointer.remove_prefix(std::min(slash, pointer.size()));
  for (const auto& [escaped, meant] : {std::pair{"~1", "/"}, std::pair{"~0", "~"}}) {
    for (auto at = token.find(escaped); at != std::string::npos; at = token.find(escaped, at + 1)) {
      token.replace(at, 2, meant);
    }
  }
  return token;
}

const JsonValue* item_of(const JsonValue& array, const std::string& token) {
  const bool is_number = !token.empty() && token.size() < 9 &&
                         std::ranges::all_of(token, [](unsigned char c) { return std::isdigit(c) != 0; });
  const auto index = is_number ? std::stoul(token) : array.items.size();
  return index < array.items.size() ? &array.items[index] : nullptr;
}

}  // namespace

const json* OpenApiDocument::operation(std::string_view path, std::string_view method) const {
  const auto& paths = root_["paths"];
  const auto found = paths.find(std::string(path));
  if (found == paths.end()) return nullptr;
  const auto operation = found->find(in_small_letters(method));
  return operation == found->end() || !operation->is_object() ? nullptr : &*operation;
}

const json* OpenApiDocument::resolved(const json& schema) const {
  const auto reference = schema.is_object() ? schema.find("$ref") : schema.end();
  if (!schema.is_object() || reference == schema.end()) return &schema;
  const std::string_view start = "#/definitions/";
  const auto text = reference->is_string() ? reference->get<std::string>() : std::string{};
  const auto found =
      text.starts_with(start) ? root_["definitions"].find(text.substr(start.size())) : root_["definitions"].end();
  return found == root_["definitions"].end() ? nullptr : &*found;
}

SourcePlace OpenApiDocument::place_of(std::string_view pointer) const {
  const JsonValue* value = read_.get();
  SourcePlace place = value->spot.place();
  while (!pointer.empty()) {
    const std::string token = taken_token(pointer);
    const JsonMember* member = value->find(token);
    const JsonValue* next = member != nullptr ? &member->value : item_of(*value, token);
    if (next == nullptr) break;
    place = member != nullptr ? member->key_spot.place() : next->spot.place();
    value = next;
  }
  return place;
}

LoadedOpenApi load_openapi(const std::string& file) {
  Mistakes mistakes;
  auto read = read_document(file, mistakes);
  if (!read) return {std::nullopt, mistakes.sorted()};
  auto root = plain(*read);
  if (const std::string wrong = what_is_wrong(root); !wrong.empty()) {
    mistakes.add({"GC501", read->spot, wrong, "give the vendor's description of the Platform API, as JSON"});
    return {std::nullopt, mistakes.sorted()};
  }
  return {OpenApiDocument(std::make_shared<const JsonValue>(*std::move(read)), std::move(root)), {}};
}

std::string operation_pointer(std::string_view path, std::string_view method) {
  return "/paths/" + pointer_token(path) + "/" + in_small_letters(method);
}

std::string pointer_token(std::string_view name) {
  std::string token;
  for (const char c : name) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

}  // namespace gcmock
