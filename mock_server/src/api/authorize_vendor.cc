#include "api/authorize_vendor.h"

namespace gcmock {
namespace {

// None: it is the org's own, it is authorized already, or no org has registered it.
std::optional<ClientAuthorization> missing_authorization(const ApiCall& call, const ClientId& client) {
  const auto registered = orgs_that_registered(call.world, client);
  if (registered.empty() || call.org.clients.contains(client)) return std::nullopt;
  ClientAuthorization authorization;
  const auto before = call.org.authorizations.find(client);
  if (before != call.org.authorizations.end()) {
    if (before->second.state == AuthorizationState::authorized) return std::nullopt;
    authorization = before->second;
  }
  authorization.client = client;
  authorization.state = AuthorizationState::authorized;
  authorization.scopes = registered.front()->clients.at(client).scopes;
  return authorization;
}

}  // namespace

std::vector<WorldChange> authorize_vendor_clients(const ApiCall& call, const IntegrationType& type) {
  std::vector<WorldChange> changes;
  for (const auto& client : type.vendor_clients) {
    if (auto missing = missing_authorization(call, client)) {
      changes.emplace_back(PutAuthorization{call.org.name, *std::move(missing)});
    }
  }
  return changes;
}

}  // namespace gcmock
