#include "capture/idle_events.h"

#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

using nlohmann::ordered_json;

std::string text_of(const ordered_json& members, const char* key) {
  const auto found = members.find(key);
  return found != members.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string key_of(std::string_view event, std::string_view org, std::string_view whom) {
  return std::string(event) + "/" + std::string(org) + "/" + std::string(whom);
}

}  // namespace

IdleEvents::IdleEvents(const World& world) {
  for (const auto& [name, org] : world.orgs) {
    states_[key_of("set_org_status", name.value, "")] = to_string(org.status);
    for (const auto& [id, client] : org.clients)
      states_[key_of("set_client_state", name.value, id.value)] = to_string(client.state);
    for (const auto& [id, given] : org.authorizations)
      states_[key_of("set_authorization", name.value, id.value)] = to_string(given.state);
    for (const auto& [user, known] : org.users)
      states_[key_of("set_user_status", name.value, user.value)] = to_string(known.status);
  }
}

bool IdleEvents::is_idle(const ordered_json& event) {
  if (!may_be_told_ || !event.is_object() || event.empty() || !event.front().is_object()) return false;
  const std::string name = event.begin().key();
  const ordered_json& members = event.front();
  const std::string org = text_of(members, "org");
  const std::string client = text_of(members, "client");
  const std::string deleted = key_of("deleted", org, client);
  if (name == "delete_client") return !deleted_.insert(deleted).second;
  if (name == "rotate_secret") return deleted_.contains(deleted);
  if (name == "set_client_state" && deleted_.contains(deleted)) return true;
  const std::string state = text_of(members, name.ends_with("status") ? "status" : "state");
  if (state.empty()) return false;
  const std::string key = key_of(name, org, client.empty() ? text_of(members, "user") : client);
  const auto known = states_.find(key);
  const bool is_so = known != states_.end() && known->second == state;
  states_[key] = state;
  return is_so;
}

}  // namespace gcmock
