// Reading of actions: what an object does is told by which of five keys it has.
#include "scenario/action_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "scenario/event_reader.h"
#include "scenario/forms.h"
#include "scenario/scenario_words.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

Refuse read_refuse(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::refuse, mistakes);
  Refuse refuse{fields.word("refuse", words::refusals()).value_or(RefusalReason::malformed_request), std::nullopt};
  refuse.retry_after = fields.seconds("retry_after", Span::not_negative);
  return refuse;
}

std::vector<std::pair<std::string, std::string>> read_headers(const Fields& fields, Mistakes& mistakes) {
  std::vector<std::pair<std::string, std::string>> headers;
  for (const JsonMember& member : fields.entries("headers")) {
    if (!is_header_name(member.key)) {
      mistakes.add({"GC207", member.key_spot, fmt::format("\"{}\" is no name of a header", member.key),
                    "letters, digits and '-': \"Retry-After\""});
    }
    if (!member.value.is(JsonValue::Kind::string)) {
      fields.wrong_kind(member.value, member.key, "a string");
    } else if (!is_header_value(member.value.text)) {
      mistakes.add(
          {"GC207", member.value.spot, "a header's value cannot hold control characters", "write it on one line"});
    }
    headers.emplace_back(member.key, member.value.text);
  }
  return headers;
}

bool has_content_type(const Respond& respond) {
  return std::any_of(respond.headers.begin(), respond.headers.end(), [](const auto& header) {
    constexpr std::string_view wanted = "content-type";
    return std::equal(header.first.begin(), header.first.end(), wanted.begin(), wanted.end(), [](char a, char b) {
      return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
  });
}

Respond read_respond(const JsonValue& action, Mistakes& mistakes) {
  const Fields outer(action, shapes::respond_action, mistakes);
  Respond respond;
  const JsonMember* found = outer.member("respond");
  if (found == nullptr) return respond;
  const Fields fields(found->value, shapes::respond, mistakes);
  respond.status = fields.integer("status", 200, 599).value_or(200);
  respond.headers = read_headers(fields, mistakes);
  const JsonMember* body = fields.member("body");
  if (body == nullptr) return respond;
  if (body->value.is(JsonValue::Kind::string)) {
    respond.body = body->value.text;
  } else {
    respond.body = to_json(body->value);
    if (!has_content_type(respond)) respond.headers.emplace_back("Content-Type", "application/json");
  }
  return respond;
}

Delay read_delay(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::delay, mistakes);
  return {fields.duration("delay", Span::positive).value_or(std::chrono::milliseconds(0))};
}

Cut read_cut(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::cut, mistakes);
  Cut cut;
  cut.at = fields.word("cut", words::cut_points).value_or(cut.at);
  cut.how = fields.word("how", words::cut_hows).value_or(cut.how);
  return cut;
}

OmitMembers read_omit(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::omit, mistakes);
  OmitMembers omit;
  for (Text& name : fields.texts("omit")) omit.names.push_back(std::move(name.text));
  const JsonMember* found = fields.member("omit");
  if (found != nullptr && found->value.is(JsonValue::Kind::array) && found->value.items.empty()) {
    fields.wrong("omit", "GC207", "this list of members to leave out is empty", "name them: [\"refresh_token\"]");
  }
  return omit;
}

struct Kind {
  std::string_view key;
  Action (*read)(const JsonValue& value, Mistakes& mistakes);
};
constexpr std::array<Kind, 5> kinds = {{
    {"refuse", [](const JsonValue& value, Mistakes& mistakes) { return Action(read_refuse(value, mistakes)); }},
    {"respond", [](const JsonValue& value, Mistakes& mistakes) { return Action(read_respond(value, mistakes)); }},
    {"delay", [](const JsonValue& value, Mistakes& mistakes) { return Action(read_delay(value, mistakes)); }},
    {"cut", [](const JsonValue& value, Mistakes& mistakes) { return Action(read_cut(value, mistakes)); }},
    {"omit", [](const JsonValue& value, Mistakes& mistakes) { return Action(read_omit(value, mistakes)); }},
}};

void tell_no_action(const JsonValue& value, Mistakes& mistakes) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds) names.emplace_back(kind.key);
  for (const std::string_view key : event_keys()) names.emplace_back(key);
  if (!value.is(JsonValue::Kind::object)) {
    mistakes.add({"GC201", value.spot, fmt::format("an action must be an object, but this is {}", name_of(value.kind)),
                  fmt::format("an object with one of {}", listed(names, "or"))});
    return;
  }
  for (const JsonMember& member : value.members) {
    if (const std::optional<std::string> meant = closest(member.key, names)) {
      mistakes.add({"GC203", member.key_spot, fmt::format("unknown action \"{}\"", member.key),
                    fmt::format("did you mean \"{}\"?", *meant)});
      return;
    }
  }
  mistakes.add({"GC208", value.spot, "this says no action", fmt::format("one of {}", listed(names, "or"))});
}

std::optional<ActionReading> read_action(const JsonValue& value, const Cast& cast, std::uint64_t seed,
                                         Mistakes& mistakes) {
  if (const JsonMember* event = find_event(value); event != nullptr && value.members.size() == 1) {
    std::optional<WorldChange> change = read_event(*event, cast, seed, mistakes);
    return change ? std::optional(ActionReading{WorldEvent{*std::move(change)}, value.spot}) : std::nullopt;
  }
  const auto has = [&](const Kind& kind) { return value.find(kind.key) != nullptr; };
  const auto first = std::find_if(kinds.begin(), kinds.end(), has);
  if (first == kinds.end()) {
    tell_no_action(value, mistakes);
    return std::nullopt;
  }
  if (const auto second = std::find_if(first + 1, kinds.end(), has); second != kinds.end()) {
    mistakes.add({"GC208", value.find(second->key)->key_spot,
                  fmt::format("\"{}\" and \"{}\" are two actions", first->key, second->key),
                  fmt::format(R"(a list of two: [{{ "{}": … }}, {{ "{}": … }}])", first->key, second->key)});
    return std::nullopt;
  }
  return ActionReading{first->read(value, mistakes), value.spot};
}

}  // namespace

std::vector<ActionReading> read_actions(const JsonValue& value, const Cast& cast, std::uint64_t seed,
                                        Mistakes& mistakes) {
  std::vector<ActionReading> actions;
  const auto add = [&](const JsonValue& item) {
    if (std::optional<ActionReading> action = read_action(item, cast, seed, mistakes))
      actions.push_back(std::move(*action));
  };
  if (!value.is(JsonValue::Kind::array)) {
    add(value);
    return actions;
  }
  if (value.items.empty())
    mistakes.add({"GC207", value.spot, "this rule does nothing", "name an action, or remove the rule"});
  for (const JsonValue& item : value.items) add(item);
  return actions;
}

}  // namespace gcmock
