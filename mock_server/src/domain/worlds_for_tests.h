// Worlds and requests that the domain's tests start from. Each test changes what it is about.
#pragma once

#include <variant>

#include "domain/decide.h"
#include "domain/ledger.h"
#include "domain/settle.h"
#include "gcmock/domain/ruling.h"
#include "gcmock/domain/token_request.h"
#include "gcmock/domain/world.h"

namespace gcmock::tests {

inline const OrgName primary{"primary"};
inline const OrgName secondary{"secondary"};
inline const ClientId app{"app"};
inline const UserName alice{"alice"};
inline const Scope users_readonly{"users:readonly"};
inline const Scope oauth_readonly{"oauth:readonly"};
inline const RoleName admin{"admin"};
inline const Permission client_view{"oauth:client:view"};
inline const std::string callback = "https://app.example.com/callback";

/// RFC 7636 appendix B.
inline const std::string verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
inline const std::string challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// "secret of app in primary": every org's secret is its own.
inline std::string secret_of(const ClientId& client, const OrgName& org) {
  return "secret of " + client.value + " in " + org.value;
}
inline std::string refresh_token_of(const OrgName& org) {
  return "refresh token of " + org.value;
}
inline std::string access_token_of(const OrgName& org) {
  return "access token of " + org.value;
}
inline std::string code_of(const OrgName& org) {
  return "code of " + org.value;
}

inline OAuthClient client_for_everything(const ClientId& id, const OrgName& org) {
  OAuthClient client;
  client.id = id;
  client.secret = secret_of(id, org);
  client.authorized_grant_types = {GrantType::authorization_code, GrantType::refresh_token,
                                   GrantType::client_credentials};
  client.scopes = {users_readonly, oauth_readonly};
  client.redirect_uris = {callback};
  client.roles = {admin};
  return client;
}

inline InitialToken token_for(const ClientId& client, std::string value) {
  InitialToken token;
  token.name = "main";
  token.value = std::move(value);
  token.client = client;
  token.user = alice;
  token.scopes = {users_readonly, oauth_readonly};
  return token;
}

/// An active org with an administrator, the app, and one live token of each kind, which never expires.
inline Org org_with_app(const OrgName& name) {
  Org org;
  org.name = name;
  org.roles[admin] = Role{.name = admin, .permissions = {client_view}};
  User user;
  user.name = alice;
  user.roles = {admin};
  org.users[alice] = user;
  org.clients[app] = client_for_everything(app, name);
  org.refresh_tokens = {token_for(app, refresh_token_of(name))};
  org.access_tokens = {token_for(app, access_token_of(name))};
  org.codes = {token_for(app, code_of(name))};
  org.codes[0].redirect_uri = callback;
  return org;
}

/// The community report's world: one app, registered in each of two orgs, judged at the token request.
inline World two_orgs() {
  World world;
  world.dialect = Dialect::reported;
  world.scopes_judged_at = JudgedAt::token_request;
  world.roles_judged_at = JudgedAt::token_request;
  world.orgs[primary] = org_with_app(primary);
  world.orgs[secondary] = org_with_app(secondary);
  return world;
}

inline const OrgName vendor{"vendor"};
inline const OrgName customer{"customer"};

/// Genesys Cloud's own: the app is registered by its vendor and authorized by a customer.
inline World vendor_and_customer() {
  World world;
  Org home = org_with_app(vendor);
  home.refresh_tokens.clear();
  home.access_tokens.clear();
  home.codes.clear();
  Org authorizing = org_with_app(customer);
  authorizing.clients.clear();
  ClientAuthorization authorization;
  authorization.client = app;
  authorization.scopes = {users_readonly, oauth_readonly};
  authorization.roles = {admin};
  authorizing.authorizations[app] = authorization;
  world.orgs[vendor] = home;
  world.orgs[customer] = authorizing;
  return world;
}

inline Org& org_in(World& world, const OrgName& name) {
  return world.orgs.at(name);
}
inline OAuthClient& app_in(World& world, const OrgName& org) {
  return world.orgs.at(org).clients.at(app);
}

inline ClientAuthentication app_of(const OrgName& registered_in) {
  return {.id = app, .secret = secret_of(app, registered_in), .method = ClientAuthMethod::basic};
}

inline RefreshRequest refresh_in(const OrgName& org) {
  return {.client = app_of(org), .refresh_token = refresh_token_of(org), .scope = {}};
}

inline AuthorizationCodeRequest redeem_in(const OrgName& org) {
  return {.client = app_of(org), .code = code_of(org), .redirect_uri = callback, .code_verifier = {}};
}

inline ClientCredentialsRequest client_credentials_in(const OrgName& org) {
  return {.client = app_of(org), .scope = {}};
}

/// An operation that asks for a scope and a permission that alice and the app have.
inline ApiRequest list_clients_in(const OrgName& org) {
  ApiRequest request;
  request.bearer = access_token_of(org);
  request.operation.scopes_any = {Scope("oauth"), oauth_readonly};
  request.operation.permissions_any = {client_view};
  return request;
}

/// Rules on a request that is the first of its world.
template <class Request>
auto decide_first(const World& world, const Request& request) {
  return decide(world, Ledger(world), request, world.starts_at);
}

/// The reason of a refusal; empty for a grant.
template <class RulingOrApiRuling>
std::optional<RefusalReason> refusal(const RulingOrApiRuling& ruling) {
  const auto* const refused = std::get_if<Refused>(&ruling.outcome);
  return refused != nullptr ? std::optional(refused->reason) : std::nullopt;
}

/// Settles a grant with tokens named by their labels.
inline Tokens settle_granted(Ledger& ledger, const Ruling& ruling, Instant now) {
  const Granted& granted = std::get<Granted>(ruling.outcome);
  FreshTokens fresh;
  fresh.access.label = next_label(ledger, CredentialKind::access_token, granted.org);
  fresh.access.value = "value of " + fresh.access.label;
  if (granted.refresh == RefreshIssue::fresh) {
    const std::string label = next_label(ledger, CredentialKind::refresh_token, granted.org);
    fresh.refresh = FreshCredential{.value = "value of " + label, .label = label};
  }
  return settle(ledger, granted, std::move(fresh), now);
}

}  // namespace gcmock::tests
