#include "api/oauth_clients.h"

#include <nlohmann/json.hpp>

#include "api/entities.h"
#include "api/listing.h"

namespace gcmock {
namespace {

// `secret` is left out: whether the vendor's GET has it is not known, and a journal had better not.
Json oauth_client(const OAuthClient& client) {
  Json entity{{"id", client.id.value},
              {"name", client.name},
              {"accessTokenValiditySeconds", client.access_token_lifetime.count()},
              {"description", client.description},
              {"registeredRedirectUri", client.redirect_uris}};
  entity["roleIds"] = texts(client.roles);
  entity["authorizedGrantType"] = authorized_grant_type(client);
  entity["scope"] = texts(client.scopes);
  entity["state"] = to_string(client.state);
  entity["selfUri"] = "/api/v2/oauth/clients/" + client.id.value;
  return entity;
}

}  // namespace

// All of them on one page: the operation has no paging parameters (vendor_openapi).
ApiOutcome list_oauth_clients(const ApiCall& call) {
  std::vector<Json> entities;
  for (const auto& [id, client] : call.org.clients) entities.push_back(oauth_client(client));
  return ApiDone{200, text_of(listing_of_all(entities, "/api/v2/oauth/clients")), {}};
}

ApiOutcome get_oauth_client(const ApiCall& call) {
  const auto client = call.org.clients.find(ClientId(std::string(call.route.parameters[0])));
  if (client == call.org.clients.end()) {
    return ApiFault{Check::oauth_client_exists, RefusalReason::oauth_client_not_found, {}, {}, {}};
  }
  return ApiDone{200, text_of(oauth_client(client->second)), {}};
}

}  // namespace gcmock
