// Who asked for an authorization, and when, a world does not hold: those members are left out.
#include "api/oauth_authorizations.h"

#include <nlohmann/json.hpp>

#include "api/client_entity.h"
#include "api/entities.h"
#include "api/path.h"

namespace gcmock {
namespace {

std::string_view vendor_word(AuthorizationState state) {
  switch (state) {
    case AuthorizationState::unauthorized:
      return "Unauthorized";
    case AuthorizationState::requested:
      return "Requested";
    case AuthorizationState::authorized:
      return "Authorized";
    case AuthorizationState::revoked:
      return "Revoked";
  }
  return "?";
}

/// The client as its own org registered it, without what only that org is to see: the roles are that org's.
Json client_of(const ApiCall& call, const ClientInOrg& client) {
  auto entity = oauth_client(call, *client.registered_in, *client.registration);
  for (const char* member : {"roleIds", "roleDivisions", "createdBy", "modifiedBy"}) entity.erase(member);
  return entity;
}

Json oauth_authorization(const ApiCall& call, const ClientAuthorization& authorization) {
  Json entity;
  if (const auto client = find_client(call.world, call.org.name, authorization.client)) {
    entity["client"] = client_of(call, *client);
  }
  entity["scope"] = texts(authorization.scopes);
  entity["roles"] = texts(authorization.roles);
  entity["pending"] = authorization.state == AuthorizationState::requested;
  entity["state"] = vendor_word(authorization.state);
  entity["selfUri"] = "/api/v2/oauth/authorizations/" + authorization.client.value;
  return entity;
}

}  // namespace

ApiOutcome list_oauth_authorizations(const ApiCall& call) {
  Json entities = Json::array();
  for (const auto& [client, authorization] : call.org.authorizations) {
    entities.push_back(oauth_authorization(call, authorization));
  }
  const auto total = entities.size();
  const Json body{{"total", total}, {"entities", std::move(entities)}, {"selfUri", "/api/v2/oauth/authorizations"}};
  return ApiDone{200, text_of(body), {}};
}

ApiOutcome get_oauth_authorization(const ApiCall& call) {
  const auto found = call.org.authorizations.find(ClientId(path_parameter(call, 0)));
  if (found == call.org.authorizations.end()) {
    return ApiFault{Check::entity_exists, RefusalReason::entity_not_found, "an authorization", "none", {}};
  }
  return ApiDone{200, text_of(oauth_authorization(call, found->second)), {}};
}

}  // namespace gcmock
