#include "api/client_entity.h"

#include <nlohmann/json.hpp>

#include "api/client_roles.h"

namespace gcmock {
namespace {

/// DomainEntityRef of a user; nothing where the org has none of that name (any more).
void add_user(Json& entity, std::string_view member, const Org& org, const std::optional<UserName>& name) {
  const auto user = name ? org.users.find(*name) : org.users.end();
  if (user == org.users.end()) return;
  const auto& id = user->second.id.value;
  entity[std::string(member)] = {{"id", id}, {"name", user->second.display_name}, {"selfUri", "/api/v2/users/" + id}};
}

}  // namespace

Json oauth_client(const ApiCall& call, const Org& registered_in, const OAuthClient& client) {
  Json entity{{"id", client.id.value},
              {"name", client.name},
              {"accessTokenValiditySeconds", client.access_token_lifetime.count()},
              {"description", client.description},
              {"registeredRedirectUri", client.redirect_uris}};
  entity["roleIds"] = texts(client.roles);
  const auto created = client.created_at.value_or(call.world.starts_at);
  entity["dateCreated"] = date_time(created);
  entity["dateModified"] = date_time(client.modified_at.value_or(created));
  add_user(entity, "createdBy", registered_in, client.created_by);
  add_user(entity, "modifiedBy", registered_in, client.modified_by ? client.modified_by : client.created_by);
  entity["authorizedGrantType"] = authorized_grant_type(client);
  entity["scope"] = texts(client.scopes);
  entity["roleDivisions"] = role_divisions(registered_in, client);
  entity["state"] = to_string(client.state);
  entity["selfUri"] = "/api/v2/oauth/clients/" + client.id.value;
  return entity;
}

}  // namespace gcmock
