#include "serving/world_view.h"

#include <nlohmann/json.hpp>

#include "gcmock/domain/duration.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;

template <class Names>
json names_of(const Names& names) {
  json list = json::array();
  for (const auto& name : names) list.push_back(name.value);
  return list;
}

json of(const OAuthClient& client) {
  json grants = json::array();
  for (const GrantType grant : client.authorized_grant_types) grants.push_back(to_string(grant));
  return {{"id", client.id.value},
          {"name", client.name},
          {"state", to_string(client.state)},
          {"grant_types", grants},
          {"scopes", names_of(client.scopes)},
          {"roles", names_of(client.roles)},
          {"redirect_uris", client.redirect_uris}};
}

json of(const ClientAuthorization& authorization) {
  return {{"client", authorization.client.value},
          {"state", to_string(authorization.state)},
          {"scopes", names_of(authorization.scopes)},
          {"roles", names_of(authorization.roles)}};
}

json of(const User& user) {
  return {{"name", user.name.value},
          {"display_name", user.display_name},
          {"status", to_string(user.status)},
          {"roles", names_of(user.roles)}};
}

json of(const LedgerEntry& entry) {
  return {{"label", entry.credential.label},
          {"kind", to_string(entry.credential.kind)},
          {"client", entry.credential.client ? json(entry.credential.client->value) : json(nullptr)},
          {"user", entry.user ? json(entry.user->value) : json(nullptr)},
          {"life", to_string(entry.life)},
          {"issued_at", rfc3339(entry.issued_at)},
          {"expires_at", entry.expires_at ? json(rfc3339(*entry.expires_at)) : json(nullptr)},
          {"family", entry.family}};
}

template <class Map>
json values_of(const Map& map) {
  json list = json::array();
  for (const auto& [key, value] : map) list.push_back(of(value));
  return list;
}

json limits_of(const Org& org) {
  json limits = json::array();
  for (const LimitOf of : {LimitOf::token_requests, LimitOf::api_requests, LimitOf::api_requests_per_token,
                           LimitOf::api_requests_per_user, LimitOf::api_requests_per_client}) {
    if (const auto& limit = limit_in(org, of)) {
      limits.push_back({{"limit", to_string(of)}, {"requests", limit->requests}, {"window_s", limit->window.count()}});
    }
  }
  return limits;
}

json of(const Org& org, const std::vector<LedgerEntry>& ledger) {
  json tokens = json::array();
  for (const LedgerEntry& entry : ledger) {
    if (entry.credential.org == org.name) tokens.push_back(of(entry));
  }
  return {{"name", org.name.value},
          {"id", org.id.value},
          {"display_name", org.details.display_name},
          {"status", to_string(org.status)},
          {"clients", values_of(org.clients)},
          {"authorizations", values_of(org.authorizations)},
          {"users", values_of(org.users)},
          {"limits", limits_of(org)},
          {"tokens", tokens}};
}

}  // namespace

json world_view(const World& world, const std::vector<LedgerEntry>& ledger, Instant now) {
  json orgs = json::array();
  for (const auto& [name, org] : world.orgs) orgs.push_back(of(org, ledger));
  return {{"dialect", to_string(world.dialect)}, {"region", world.region}, {"now", rfc3339(now)}, {"orgs", orgs}};
}

}  // namespace gcmock
