// Events are followed as far as they set a state: what sets the state that is there already changes nothing.
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

#include "scenario/doubts.h"

namespace gcmock {
namespace {

/// What is known of the world between two steps.
class Course {
 public:
  explicit Course(const World& world) : world_(world) {}

  /// Why the event changes nothing; empty where it may.
  std::string follow(const WorldChange& change) {
    if (const auto* set = std::get_if<SetClientState>(&change)) {
      const OAuthClient* client = registered(set->org, set->client);
      return is_deleted(set->org, set->client) ? deleted
                                               : set_state(change, set->state, client ? &client->state : nullptr);
    }
    if (const auto* set = std::get_if<SetAuthorizationState>(&change)) {
      const ClientAuthorization* authorization = authorized(set->org, set->client);
      return set_state(change, set->state, authorization ? &authorization->state : nullptr);
    }
    if (const auto* set = std::get_if<SetOrgStatus>(&change)) {
      const Org* org = find_org(world_, set->org);
      return set_state(change, set->status, org ? &org->status : nullptr);
    }
    if (const auto* set = std::get_if<SetUserStatus>(&change)) {
      const User* user = user_of(set->org, set->user);
      return set_state(change, set->status, user ? &user->status : nullptr);
    }
    if (const auto* set = std::get_if<SetClientSecret>(&change)) return deleted_or_none(set->org, set->client);
    if (const auto* removed = std::get_if<RemoveClient>(&change)) {
      const std::string why = deleted_or_none(removed->org, removed->client);
      deleted_.emplace(removed->org, removed->client);
      return why;
    }
    return {};
  }

 private:
  static constexpr const char* deleted = "the client was deleted before";

  template <class Entries, class Name>
  static const typename Entries::mapped_type* find(const Entries& entries, const Name& name) {
    const auto found = entries.find(name);
    return found == entries.end() ? nullptr : &found->second;
  }
  const OAuthClient* registered(const OrgName& org, const ClientId& client) const {
    const Org* found = find_org(world_, org);
    return found == nullptr ? nullptr : find(found->clients, client);
  }
  const ClientAuthorization* authorized(const OrgName& org, const ClientId& client) const {
    const Org* found = find_org(world_, org);
    return found == nullptr ? nullptr : find(found->authorizations, client);
  }
  const User* user_of(const OrgName& org, const UserName& user) const {
    const Org* found = find_org(world_, org);
    return found == nullptr ? nullptr : find(found->users, user);
  }

  bool is_deleted(const OrgName& org, const ClientId& client) const { return deleted_.contains({org, client}); }
  std::string deleted_or_none(const OrgName& org, const ClientId& client) const {
    return is_deleted(org, client) ? deleted : "";
  }

  template <class State>
  std::string set_state(const WorldChange& change, State state, const State* at_start) {
    const int now = static_cast<int>(state);
    const auto [known, is_new] = states_.try_emplace(place(change), now);
    const bool is_so = is_new ? at_start != nullptr && *at_start == state : known->second == now;
    known->second = now;
    return is_so ? "it is so already" : "";
  }

  const World& world_;
  std::map<std::string, int> states_;  // by place, as the last event of it has left it
  std::set<std::pair<OrgName, ClientId>> deleted_;
};

/// A request of the client may change the world as an event does.
bool may_change_world(const Step& step) {
  const auto* call = std::get_if<PerformCall>(&step.what);
  return call != nullptr && call->call.verb == Verb::call && call->call.method != "GET";
}

bool script_changes_world(const Script& script) {
  for (const Rule& rule : script.rules) {
    for (const Action& action : rule.actions) {
      if (std::holds_alternative<WorldEvent>(action)) return true;
    }
  }
  return false;
}

}  // namespace

void warn_of_idle_events(const JsonValue& json, const Scenario& scenario, Mistakes& mistakes) {
  if (script_changes_world(scenario.script)) return;
  Course course(scenario.world);
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    if (may_change_world(scenario.steps[i])) return;
    const auto* event = std::get_if<WorldEvent>(&scenario.steps[i].what);
    const std::string why = event == nullptr ? "" : course.follow(event->change);
    if (why.empty()) continue;
    mistakes.doubt({"GC603", json.find("steps")->value.items[i].spot, "this event changes nothing: " + why,
                    "remove the step, or change what it says"});
  }
}

}  // namespace gcmock
