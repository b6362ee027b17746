// Whom a request concerns, before it is judged.
#include "domain/decide.h"
#include "domain/decide_grants.h"

namespace gcmock {

namespace {

/// The one org that knows the client, registered or authorized; empty where it is none or several.
std::optional<OrgName> only_org_that_knows(const World& world, const ClientId& client) {
  std::optional<OrgName> only;
  for (const auto& [name, org] : world.orgs) {
    if (!org.clients.contains(client) && !org.authorizations.contains(client)) continue;
    if (only) return std::nullopt;
    only = name;
  }
  return only;
}

/// The org whose registration has the presented secret; else the first one (source: vendor_doc, a token by client
/// credentials belongs to the org that owns the client).
std::optional<OrgName> org_of_client_credentials(const World& world, const ClientAuthentication& presented) {
  std::optional<OrgName> first;
  for (const auto& [name, org] : world.orgs) {
    const auto registered = org.clients.find(presented.id);
    if (registered == org.clients.end()) continue;
    if (presented.secret && *presented.secret == registered->second.secret) return name;
    if (!first) first = name;
  }
  return first;
}

void add_registration(Subject& subject, const World& world) {
  if (!subject.org || !subject.client) return;
  const auto client = find_client(world, *subject.org, *subject.client);
  if (client && client->registered_in->name != *subject.org) subject.registered_in = client->registered_in->name;
}

/// By the refresh token or code presented; where that is unknown, by the client.
Subject by_token(const World& world, const ClientAuthentication& presented, const IssuedToken* token) {
  Subject subject;
  if (!presented.id.empty()) subject.client = presented.id;
  if (token != nullptr) {
    subject.org = token->org;
    subject.user = token->user;
    subject.home = token->home;
    subject.token = token->label;
  } else {
    subject.org = only_org_that_knows(world, presented.id);
  }
  add_registration(subject, world);
  return subject;
}

}  // namespace

Subject identify(const World& world, const Ledger& ledger, const RefreshRequest& request) {
  return by_token(world, request.client, ledger.refresh_token(request.refresh_token));
}

Subject identify(const World& world, const Ledger& ledger, const AuthorizationCodeRequest& request) {
  return by_token(world, request.client, ledger.code(request.code));
}

Subject identify(const World& world, const ClientCredentialsRequest& request) {
  Subject subject;
  if (!request.client.id.empty()) subject.client = request.client.id;
  subject.org = org_of_client_credentials(world, request.client);
  return subject;
}

Subject identify(const World& world, const Ledger& ledger, const Saml2BearerRequest& request) {
  Subject subject;
  if (!request.client.id.empty()) subject.client = request.client.id;
  const Org* const org = find_org(world, OrgName(request.org_name));
  if (org != nullptr) subject.org = org->name;
  if (const IssuedToken* const assertion = ledger.saml_assertion(request.assertion)) {
    subject.token = assertion->label;
    if (assertion->org == subject.org) subject.user = assertion->user;
  }
  add_registration(subject, world);
  return subject;
}

Subject identify(const World& world, const Ledger& ledger, const ApiRequest& request) {
  Subject subject;
  const IssuedToken* const token = request.bearer ? ledger.access_token(*request.bearer) : nullptr;
  if (token == nullptr) return subject;
  subject.org = token->org;
  subject.client = token->client;
  subject.user = token->user;
  subject.home = token->home;
  subject.token = token->label;
  add_registration(subject, world);
  return subject;
}

}  // namespace gcmock
