#include "sweep/sweep_world.h"

#include <set>
#include <string>
#include <utility>

#include "gcmock/wire/operations.h"

namespace gcmock {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

template <class Name>
Name named(std::string_view text) {
  return Name(std::string(text));
}

const RoleName admin{"admin"};
const RoleName clerk{"clerk"};
const RoleName employee{"employee"};
const UserName alice{"alice"};
const UserName bob{"bob"};
const UserName ivan{"ivan"};
const UserName gina{"gina"};
const GroupName support{"support"};
const GroupName sales_group{"sales"};

/// Whatever any operation asks for, once.
template <class Name>
std::vector<Name> all_that_is_asked(std::string_view Operation::*listed) {
  std::set<std::string> words;
  for (const auto& operation : all_operations()) {
    for (const auto word : words_of(operation.*listed)) words.emplace(word);
  }
  std::vector<Name> names;
  for (const auto& word : words) names.emplace_back(word);
  return names;
}

const std::vector<Scope>& every_scope() {
  static const auto scopes = all_that_is_asked<Scope>(&Operation::scopes);
  return scopes;
}

User user(const UserName& name, std::string_view id, std::vector<RoleName> roles) {
  User made;
  made.name = name;
  made.id = named<UserId>(id);
  made.display_name = name.value;
  made.email = name.value + "@example.com";
  made.roles = std::move(roles);
  return made;
}

OAuthClient client(std::string_view id) {
  OAuthClient made;
  made.id = named<ClientId>(id);
  made.name = std::string(id);
  made.secret = std::string(id) + "-secret";
  made.authorized_grant_types = {GrantType::authorization_code, GrantType::refresh_token, GrantType::client_credentials,
                                 GrantType::saml2_bearer};
  made.scopes = every_scope();
  made.redirect_uris = {std::string(swept::redirect_uri)};
  made.roles = {admin};
  return made;
}

InitialToken token(std::string_view value, std::optional<UserName> holder) {
  InitialToken made;
  made.name = std::string(value);
  made.value = std::string(value);
  made.client = named<ClientId>(swept::app_id);
  made.user = std::move(holder);
  made.scopes = every_scope();
  return made;
}

/// An org with its administrator, the app, and a token for both.
Org org(std::string_view name, std::string_view id, const User& administrator, std::string_view bearer) {
  Org made;
  made.name = named<OrgName>(name);
  made.id = named<OrgId>(id);
  made.details.display_name = std::string(name);
  made.details.domain = std::string(name);
  made.roles[admin] = {admin, all_that_is_asked<Permission>(&Operation::permissions)};
  made.roles[clerk] = {clerk, {Permission("routing:queue:view")}};
  made.users[administrator.name] = administrator;
  const std::string app = name == "acme" ? std::string(swept::app_id) : "sweep-app-of-" + std::string(name);
  made.clients[ClientId(app)] = client(app);
  made.access_tokens = {token(bearer, administrator.name)};
  made.access_tokens[0].client = ClientId(app);
  return made;
}

void add_clients(Org& acme) {
  auto spare = client(swept::spare_id);
  spare.state = ClientState::inactive;
  acme.clients[spare.id] = spare;
  auto disabled = client(swept::disabled_id);
  disabled.state = ClientState::disabled;
  acme.clients[disabled.id] = disabled;
  const auto vendor_app = named<ClientId>(swept::vendor_app_id);
  acme.authorizations[vendor_app] = {vendor_app, AuthorizationState::authorized, every_scope(), {admin}};
}

void add_tokens(Org& acme) {
  auto narrow = token(swept::narrow_token, alice);
  narrow.scopes = {Scope("analytics:readonly")};
  auto expired = token(swept::expired_token, alice);
  expired.expires_in = -seconds{hours{1}};
  auto revoked = token(swept::revoked_token, alice);
  revoked.life = InitialLife::revoked;
  for (auto& made : {token(swept::machine_token, {}), token(swept::powerless_token, bob), narrow, expired, revoked,
                     token(swept::ivans_token, ivan)}) {
    acme.access_tokens.push_back(made);
  }
  acme.refresh_tokens = {token(swept::refresh_token, alice)};
  auto code = token(swept::code, alice);
  code.redirect_uri = std::string(swept::redirect_uri);
  acme.codes = {code};
}

void add_groups(Org& org, std::string_view support_id, std::string_view sales_id, const UserName& member) {
  org.groups[support] = {support, named<GroupId>(support_id), "Support", {member}};
  org.groups[sales_group] = {sales_group, named<GroupId>(sales_id), "Sales", {member}};
}

Trust trust_in(std::string_view trustee, const UserName& member) {
  Trust trust;
  trust.trustee = named<OrgName>(trustee);
  trust.users[member].roles = {admin};
  trust.groups[support].roles = {clerk};
  trust.cloned_users = {member};
  return trust;
}

Pairing pairing(std::string_view id, const UserName& member, Instant now) {
  return {named<PairingId>(id), now, {member}, {}, member};
}

void add_integration(Org& acme) {
  Integration made;
  made.id = named<IntegrationId>(swept::integration_id);
  made.name = "Sweep Premium App";
  made.type = "premium-app-example";
  acme.integrations[made.id] = made;
}

Org acme(Instant now) {
  auto made = org("acme", swept::acme_id, user(alice, swept::alice_id, {admin}), swept::admin_token);
  made.users[bob] = user(bob, swept::bob_id, {});
  made.users[ivan] = user(ivan, "a0000000-0000-4000-8000-0000000000b1", {admin});
  made.users[ivan].status = UserStatus::inactive;
  made.default_roles[employee] = {employee, {Permission("routing:queue:view")}};
  const auto home = named<DivisionId>(swept::home_division_id);
  const auto sales = named<DivisionId>(swept::sales_division_id);
  made.divisions[home] = {home, "Home", "", true};
  made.divisions[sales] = {sales, "Sales", "All who sell", false};
  add_clients(made);
  add_tokens(made);
  add_integration(made);
  add_groups(made, swept::acmes_group_id, "a0000000-0000-4000-8000-0000000000f2", alice);
  made.trusts[OrgName("globex")] = trust_in("globex", gina);
  const auto offered = pairing(swept::pairing_id, alice, now);
  made.pairings[offered.id] = offered;
  return made;
}

Org globex() {
  auto made = org("globex", swept::globex_id, user(gina, swept::gina_id, {admin}), swept::globex_token);
  const UserName gus{"gus"};
  made.users[gus] = user(gus, "b0000000-0000-4000-8000-0000000000e2", {});
  add_groups(made, swept::globex_group_id, "b0000000-0000-4000-8000-0000000000f2", gina);
  made.trusts[OrgName("acme")] = trust_in("acme", alice);
  return made;
}

Org initech(Instant now) {
  const UserName ina{"ina"};
  auto made = org("initech", "f0000000-0000-4000-8000-000000000001",
                  user(ina, "f0000000-0000-4000-8000-0000000000e1", {admin}), "sweep-access-of-ina");
  const auto offered = pairing(swept::foreign_pairing_id, ina, now);
  made.pairings[offered.id] = offered;
  return made;
}

Org care() {
  auto made = org("care", "c1000000-0000-4000-8000-000000000001",
                  user(UserName("carla"), "c1000000-0000-4000-8000-0000000000e1", {admin}), "sweep-access-of-carla");
  made.kind = OrgKind::customer_care;
  return made;
}

Org vendor() {
  auto made = org("vendor", "c0000000-0000-4000-8000-000000000001",
                  user(UserName("vera"), "c0000000-0000-4000-8000-0000000000a1", {admin}), "sweep-access-of-vera");
  made.clients.clear();
  made.access_tokens.clear();
  made.clients[named<ClientId>(swept::vendor_app_id)] = client(swept::vendor_app_id);
  return made;
}

Org busy() {
  auto made = org("busy", "d0000000-0000-4000-8000-000000000001",
                  user(UserName("bea"), "d0000000-0000-4000-8000-0000000000a1", {admin}), swept::busy_token);
  made.api_requests = RateLimit{0, seconds{60}};
  return made;
}

Org closed() {
  auto made = org("closed", "e0000000-0000-4000-8000-000000000001",
                  user(UserName("cleo"), "e0000000-0000-4000-8000-0000000000a1", {admin}), swept::closed_token);
  made.status = OrgStatus::inactive;
  return made;
}

}  // namespace

World sweep_world() {
  World world;
  const std::string premium_app = "premium-app-example";
  world.integration_types[premium_app].id = premium_app;
  world.integration_types[premium_app].name = "Premium App";
  for (auto& made : {acme(world.starts_at), globex(), initech(world.starts_at), care(), vendor(), busy(), closed()}) {
    world.orgs[made.name] = made;
  }
  return world;
}

}  // namespace gcmock
