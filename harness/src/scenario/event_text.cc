#include "scenario/event_text.h"

#include <fmt/format.h>

#include <array>

#include "scenario/cast.h"
#include "scenario/event_reader.h"
#include "scenario/json_document.h"
#include "scenario/scenario_words.h"
#include "scenario/spelling.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

constexpr const char* name_of_text = "the event";

struct TitleOfEvent {
  std::string_view name;
  std::string_view title;
};
constexpr std::array titles = {
    TitleOfEvent{"rotate_secret", "rotate a client's secret"},
    TitleOfEvent{"delete_client", "delete a client"},
    TitleOfEvent{"set_client_state", "change a client's state"},
    TitleOfEvent{"set_authorization", "change the authorization of another org's client"},
    TitleOfEvent{"give_scopes", "give a client scopes"},
    TitleOfEvent{"take_scopes", "take scopes from a client"},
    TitleOfEvent{"give_roles", "give a client or a user roles"},
    TitleOfEvent{"take_roles", "take roles from a client or a user"},
    TitleOfEvent{"revoke_token", "revoke a token"},
    TitleOfEvent{"revoke_family", "revoke a token and all that stems from its grant"},
    TitleOfEvent{"revoke_tokens", "revoke all tokens of a client or a user"},
    TitleOfEvent{"expire_token", "let a token expire"},
    TitleOfEvent{"set_org_status", "change an org's status"},
    TitleOfEvent{"set_user_status", "change a user's status"},
    TitleOfEvent{"set_limit", "set or lift a rate limit"},
};

template <class Words>
std::vector<std::string_view> all_of(const Words& words) {
  std::vector<std::string_view> all;
  for (const auto& word : words) all.push_back(word.word);
  return all;
}

std::vector<std::string_view> words_of(std::string_view event, std::string_view member) {
  if (member == "limit") return all_of(words::limits_of);
  if (event == "set_client_state" && member == "state") return all_of(words::client_states);
  if (event == "set_authorization" && member == "state") return all_of(words::authorization_states);
  if (event == "set_org_status" && member == "status") return all_of(words::org_statuses);
  if (event == "set_user_status" && member == "status") return all_of(words::user_statuses);
  return {};
}

std::string fix_of(const JsonValue& value) {
  std::vector<std::string> names;
  for (const std::string_view key : event_keys()) names.emplace_back(key);
  if (value.members.size() == 1) {
    if (const auto meant = closest(value.members.front().key, names))
      return fmt::format("did you mean \"{}\"?", *meant);
  }
  return R"(one event, as a step of a scenario: {"set_client_state": {"org": …, "client": …, "state": "disabled"}})";
}

}  // namespace

// Each event is put on a line of its own, by its number: what it generates is named by its place.
ReadEvent read_event_text(const std::string& text, const World& world, std::uint64_t seed, std::size_t number) {
  const ParsedFile parsed = parse_text(name_of_text, std::string(number, '\n') + text);
  Mistakes mistakes;
  mistakes.add(parsed.told);
  ReadEvent read;
  if (parsed.json) {
    const JsonMember* event = find_event(*parsed.json);
    if (event == nullptr || parsed.json->members.size() != 1) {
      mistakes.add({"GC203", parsed.json->spot, "this is no world event", fix_of(*parsed.json)});
    } else {
      read.change = read_event(*event, Cast(world, world, {}), seed, mistakes);
    }
  }
  if (mistakes.count() > 0) read.change.reset();
  read.diagnostics = mistakes.sorted();
  for (Diagnostic& diagnostic : read.diagnostics) diagnostic.place.line -= static_cast<int>(number);
  return read;
}

std::vector<EventForm> event_forms() {
  std::vector<EventForm> forms;
  for (const TitleOfEvent& titled : titles) {
    EventForm& form = forms.emplace_back(EventForm{titled.name, titled.title, {}});
    const Shape* shape = shape_of_event(titled.name);
    if (shape == nullptr) continue;
    for (const Key& key : shape->keys) {
      form.members.push_back({key.name, key.need == Need::required, words_of(titled.name, key.name)});
    }
  }
  return forms;
}

}  // namespace gcmock
