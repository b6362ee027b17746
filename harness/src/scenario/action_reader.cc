// Reading of actions: what an object does is told by which of the known keys it has.
#include "scenario/action_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scenario/action_kinds.h"
#include "scenario/event_reader.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

void tell_no_action(const JsonValue& value, Mistakes& mistakes) {
  std::vector<std::string> names;
  for (const ActionKind& kind : action_kinds()) names.emplace_back(kind.key);
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
  const auto kinds = action_kinds();
  const auto has = [&](const ActionKind& kind) { return value.find(kind.key) != nullptr; };
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
