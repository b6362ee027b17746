#include "api/oauth_clients.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "api/client_entity.h"
#include "api/client_request.h"
#include "api/client_roles.h"
#include "api/entities.h"
#include "api/listing.h"
#include "api/path.h"

namespace gcmock {
namespace {

/// Null where the org registered none of the id in the path.
const OAuthClient* client_asked_for(const ApiCall& call) {
  const auto found = call.org.clients.find(ClientId(path_parameter(call, 0)));
  return found == call.org.clients.end() ? nullptr : &found->second;
}

ApiFault client_not_found() {
  return {Check::oauth_client_exists, RefusalReason::oauth_client_not_found, {}, {}, {}};
}

ApiFault state_fault(RefusalReason reason, std::string expected, ClientState found) {
  return {Check::state_allows_operation, reason, std::move(expected), std::string(to_string(found)), {}};
}

/// The label never repeats: a client's secret is rotated more than once.
std::string fresh_secret(const ApiCall& call, const ClientId& client) {
  const auto label = call.org.name.value + "/secret-" + client.value + "-" + call.ids.uuid();
  return call.ids.credential(CredentialKind::client_secret, label);
}

std::string with_secret(const ApiCall& call, const OAuthClient& client) {
  auto entity = oauth_client(call, call.org, client);
  entity["secret"] = client.secret;
  return text_of(entity);
}

/// What is different, so that a refusal that comes of it can name the change.
std::vector<WorldChange> changes_between(const OrgName& org, const OAuthClient& before, const OAuthClient& after) {
  std::vector<WorldChange> changes{EditClient{org, after}};
  if (before.authorized_grant_types != after.authorized_grant_types) {
    changes.push_back(SetClientGrantTypes{org, after.id, after.authorized_grant_types});
  }
  if (before.redirect_uris != after.redirect_uris) {
    changes.push_back(SetClientRedirectUris{org, after.id, after.redirect_uris});
  }
  if (before.scopes != after.scopes) changes.push_back(SetClientScopes{org, after.id, after.scopes});
  if (before.roles != after.roles) changes.push_back(SetClientRoles{org, after.id, after.roles});
  if (before.state != after.state) changes.push_back(SetClientState{org, after.id, after.state});
  return changes;
}

}  // namespace

// All of them on one page: the operation has no paging parameters (vendor_openapi), and such as are sent are ignored.
ApiOutcome list_oauth_clients(const ApiCall& call) {
  std::vector<Json> entities;
  for (const auto& [id, client] : call.org.clients) entities.push_back(oauth_client(call, call.org, client));
  return ApiDone{200, text_of(listing_of_all(entities, "/api/v2/oauth/clients")), {}};
}

ApiOutcome get_oauth_client(const ApiCall& call) {
  const auto* client = client_asked_for(call);
  if (client == nullptr) return client_not_found();
  return ApiDone{200, text_of(oauth_client(call, call.org, *client)), {}};
}

ApiOutcome create_oauth_client(const ApiCall& call) {
  auto read = read_client(call, {});
  if (auto* fault = std::get_if<ApiFault>(&read)) return std::move(*fault);
  auto& client = std::get<OAuthClient>(read);
  if (client.state != ClientState::active) {
    return state_fault(RefusalReason::client_must_start_active, "active", client.state);
  }
  const auto& most = call.org.max_clients;
  if (most && call.org.clients.size() >= static_cast<std::size_t>(*most)) {
    return ApiFault{Check::limit_allows_operation,
                    RefusalReason::too_many_clients,
                    "less than " + std::to_string(*most) + " clients",
                    std::to_string(call.org.clients.size()),
                    {}};
  }
  client.id = ClientId(call.ids.uuid());
  client.secret = fresh_secret(call, client.id);
  client.created_at = client.modified_at = call.now;
  client.created_by = client.modified_by = call.caller.user;
  auto body = with_secret(call, client);
  return ApiDone{200, std::move(body), {PutClient{call.org.name, std::move(client)}}};
}

ApiOutcome update_oauth_client(const ApiCall& call) {
  const auto* before = client_asked_for(call);
  if (before == nullptr) return client_not_found();
  auto read = read_client(call, *before);
  if (auto* fault = std::get_if<ApiFault>(&read)) return std::move(*fault);
  auto& after = std::get<OAuthClient>(read);
  if (before->state == ClientState::disabled && after.state == ClientState::disabled) {
    return state_fault(RefusalReason::client_edit_while_disabled, "not disabled, or a state that ends it",
                       before->state);
  }
  after.modified_at = call.now;
  after.modified_by = call.caller.user;
  return ApiDone{200, text_of(oauth_client(call, call.org, after)), changes_between(call.org.name, *before, after)};
}

ApiOutcome delete_oauth_client(const ApiCall& call) {
  const auto* client = client_asked_for(call);
  if (client == nullptr) return client_not_found();
  if (client->state != ClientState::inactive) {
    return state_fault(RefusalReason::client_not_deletable, "inactive", client->state);
  }
  return ApiDone{200, "", {RemoveClient{call.org.name, client->id}}};
}

// The vendor declares no code of its own for a client that is not there.
ApiOutcome rotate_client_secret(const ApiCall& call) {
  const auto* found = client_asked_for(call);
  if (found == nullptr) return ApiFault{Check::oauth_client_exists, RefusalReason::entity_not_found, {}, {}, {}};
  if (auto fault = exceeds_caller(call, found->roles)) return *std::move(fault);
  auto client = *found;
  client.secret = fresh_secret(call, client.id);
  return ApiDone{200, with_secret(call, client), {SetClientSecret{call.org.name, client.id, client.secret}}};
}

}  // namespace gcmock
