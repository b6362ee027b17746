#include "api/json_body.h"

#include <algorithm>

namespace gcmock {
namespace {

constexpr int deepest = 64;

ApiFault malformed(std::string expected) {
  return {Check::body_is_acceptable, RefusalReason::body_malformed, std::move(expected), "something else", {}};
}

bool is_json(const HttpRequest& request) {
  const auto* type = request.header("Content-Type");
  if (type == nullptr) return false;
  std::string_view media = *type;
  media = media.substr(0, media.find(';'));
  while (!media.empty() && (media.back() == ' ' || media.back() == '\t')) media.remove_suffix(1);
  return same_name(media, "application/json");
}

std::optional<Json> parse(const std::string& body) {
  bool is_too_deep = false;
  const auto watch_depth = [&](int depth, Json::parse_event_t, Json&) {
    is_too_deep = is_too_deep || depth > deepest;
    return depth <= deepest;  // what is deeper is dropped as it comes
  };
  auto document = Json::parse(body, watch_depth, false);
  return document.is_discarded() || is_too_deep ? std::nullopt : std::optional(std::move(document));
}

const Json* find(const Json& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(std::string(name));
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

template <class T, class Is>
Member<T> member(const Json& object, std::string_view name, const Is& is_right, std::string_view wanted) {
  const auto* found = find(object, name);
  if (found == nullptr) return {};
  if (!is_right(*found)) return Member<T>(wrong_value(name, found->type_name(), wanted));
  return Member<T>(found->get<T>());
}

}  // namespace

std::variant<Json, ApiFault> read_json(const ApiCall& call, BodyKind kind) {
  if (!is_json(call.request)) {
    return ApiFault{Check::media_type_is_supported,
                    RefusalReason::media_type_unsupported,
                    "Content-Type application/json",
                    "another one or none",
                    {}};
  }
  auto body = parse(call.request.body);
  if (!body) return malformed("JSON");
  const bool is_right = kind == BodyKind::object ? body->is_object() : body->is_array();
  if (!is_right) return malformed(kind == BodyKind::object ? "a JSON object" : "a JSON array");
  return *std::move(body);
}

std::optional<ApiFault> missing_member(const Json& body, const ApiCall& call) {
  if (!body.is_object()) return std::nullopt;
  for (const auto name : words_of(call.route.operation->required_members)) {
    const auto found = body.find(std::string(name));
    if (found != body.end() && !found->is_null()) continue;
    const auto member = std::string(name);
    return ApiFault{Check::body_is_acceptable,
                    RefusalReason::body_member_missing,
                    "a member " + member,
                    "none",
                    {member + " is required"}};
  }
  return std::nullopt;
}

std::variant<Json, ApiFault> read_body(const ApiCall& call, BodyKind kind) {
  auto read = read_json(call, kind);
  if (const auto* body = std::get_if<Json>(&read)) {
    if (auto missing = missing_member(*body, call)) return *std::move(missing);
  }
  return read;
}

ApiFault wrong_value(std::string_view member, std::string_view value, std::string_view allowed) {
  return {Check::body_is_acceptable,
          RefusalReason::body_value_invalid,
          std::string(member) + ": " + std::string(allowed),
          std::string(value),
          {std::string(value), std::string(member), std::string(allowed)}};
}

Member<std::string> text_member(const Json& object, std::string_view name) {
  return member<std::string>(
      object, name, [](const Json& value) { return value.is_string(); }, "a string");
}

Member<std::vector<std::string>> texts_member(const Json& object, std::string_view name) {
  const auto are_texts = [](const Json& value) {
    return value.is_array() && std::ranges::all_of(value, [](const Json& item) { return item.is_string(); });
  };
  return member<std::vector<std::string>>(object, name, are_texts, "a list of strings");
}

Member<long long> integer_member(const Json& object, std::string_view name) {
  const auto is_whole = [](const Json& value) {
    const bool fits = !value.is_number_unsigned() || value.get<unsigned long long>() <= 9'000'000'000'000'000'000ULL;
    return value.is_number_integer() && fits;
  };
  return member<long long>(object, name, is_whole, "a whole number");
}

Member<bool> truth_member(const Json& object, std::string_view name) {
  return member<bool>(
      object, name, [](const Json& value) { return value.is_boolean(); }, "true or false");
}

}  // namespace gcmock
