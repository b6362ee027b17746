// What changes of a world do, and how they are told.
#include "domain/change_world.h"

#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

struct Changed {
  World world;
  Ledger ledger;

  explicit Changed(World before) : world(std::move(before)), ledger(world) {}
  void make(const WorldChange& change) { apply(world, ledger, change, world.starts_at); }
};

Org org_with_client() {
  Org org;
  org.name = OrgName("acme");
  OAuthClient client;
  client.id = ClientId("app");
  client.secret = "before";
  client.roles = {RoleName("admin")};
  org.clients[client.id] = client;
  org.roles[RoleName("admin")].name = RoleName("admin");
  User user;
  user.name = UserName("ann");
  user.roles = {RoleName("admin")};
  org.users[user.name] = user;
  for (const char* name : {"main", "other"}) {
    InitialToken token;
    token.name = name;
    token.value = std::string(name) + "-value";
    token.client = client.id;
    token.user = user.name;
    org.access_tokens.push_back(token);
    token.value += "-r";
    org.refresh_tokens.push_back(token);
  }
  return org;
}

Changed acme() {
  World world;
  world.orgs[OrgName("acme")] = org_with_client();
  return Changed(std::move(world));
}

const OrgName org{"acme"};
const ClientId app{"app"};

TEST(WorldChange, ReplacesASecretAndAState) {
  auto changed = acme();

  changed.make(SetClientSecret{org, app, "after"});
  changed.make(SetClientState{org, app, ClientState::disabled});

  const auto& client = changed.world.orgs.at(org).clients.at(app);
  EXPECT_EQ(client.secret, "after");
  EXPECT_EQ(client.state, ClientState::disabled);
}

TEST(WorldChange, EditsARegistrationAndSaysWhatOfItIsDifferent) {
  auto changed = acme();
  OAuthClient edited;
  edited.id = app;
  edited.name = "After";

  changed.make(EditClient{org, edited});
  changed.make(SetClientGrantTypes{org, app, {GrantType::implicit}});
  changed.make(SetClientRedirectUris{org, app, {"https://app.example.com/cb"}});

  edited.authorized_grant_types = {GrantType::implicit};
  edited.redirect_uris = {"https://app.example.com/cb"};
  EXPECT_EQ(changed.world.orgs.at(org).clients.at(app), edited);
  EXPECT_EQ(describe(EditClient{org, edited}), "client app of org acme was edited");
  EXPECT_EQ(place(EditClient{org, edited}), "");
  EXPECT_EQ(place(SetClientGrantTypes{org, app, {}}), "/orgs/acme/clients/app/authorized_grant_types");
  EXPECT_EQ(place(SetClientRedirectUris{org, app, {}}), "/orgs/acme/clients/app/redirect_uris");
}

TEST(WorldChange, OfWhatIsNotThereChangesNothing) {
  auto changed = acme();
  const auto before = changed.world;

  changed.make(SetClientState{OrgName("nobody"), app, ClientState::disabled});
  changed.make(SetClientState{org, ClientId("nobody"), ClientState::disabled});
  changed.make(EditClient{org, {}});
  changed.make(SetUserStatus{org, UserName("nobody"), UserStatus::inactive});
  changed.make(RevokeFamily{"acme/refresh-nobody"});

  EXPECT_EQ(changed.world, before);
}

TEST(WorldChange, TakesARoleFromWhoeverHadIt) {
  auto changed = acme();

  changed.make(RemoveRole{org, RoleName("admin")});

  const auto& after = changed.world.orgs.at(org);
  EXPECT_TRUE(after.roles.empty());
  EXPECT_TRUE(after.users.at(UserName("ann")).roles.empty());
  EXPECT_TRUE(after.clients.at(app).roles.empty());
}

TEST(WorldChange, GivesAndTakesScopesAndRoles) {
  auto changed = acme();

  changed.make(AdjustClientScopes{org, app, {Scope("a"), Scope("b")}, {}});
  changed.make(AdjustClientScopes{org, app, {Scope("b"), Scope("c")}, {Scope("a")}});
  changed.make(AdjustUserRoles{org, UserName("ann"), {}, {RoleName("admin")}});

  const auto& after = changed.world.orgs.at(org);
  EXPECT_EQ(after.clients.at(app).scopes, (std::vector{Scope("b"), Scope("c")}));
  EXPECT_TRUE(after.users.at(UserName("ann")).roles.empty());
  EXPECT_EQ(describe(AdjustClientScopes{org, app, {Scope("b")}, {Scope("a")}}),
            "client app in org acme lost scopes [a] and got scopes [b]");
}

TEST(WorldChange, SetsRolesTogetherWithTheirDivisions) {
  auto changed = acme();
  const RoleDivisions divisions{{RoleName("admin"), {DivisionId("emea")}}};

  changed.make(SetUserRoles{org, UserName("ann"), {RoleName("admin")}, divisions});
  changed.make(SetClientRoles{org, app, {RoleName("admin")}, divisions});

  EXPECT_EQ(changed.world.orgs.at(org).users.at(UserName("ann")).role_divisions, divisions);
  EXPECT_EQ(changed.world.orgs.at(org).clients.at(app).role_divisions, divisions);
  changed.make(SetUserRoles{org, UserName("ann"), {RoleName("admin")}});
  EXPECT_TRUE(changed.world.orgs.at(org).users.at(UserName("ann")).role_divisions.empty());
}

TEST(WorldChange, SetsHowAnOrgDealsWithRoles) {
  auto changed = acme();
  const SetRoleSettings set{org, {RoleSettings::Backfill::on, RoleSettings::DivisionAwareGrants::on}};

  changed.make(set);

  EXPECT_EQ(changed.world.orgs.at(org).role_settings, set.settings);
  EXPECT_EQ(place(set), "/orgs/acme/role_settings");
  EXPECT_EQ(describe(set), "the role settings of org acme were set");
}

TEST(WorldChange, RevokesOneTokenOrItsWholeFamily) {
  auto changed = acme();

  changed.make(RevokeToken{"acme/access-main"});
  changed.make(RevokeFamily{"acme/refresh-other"});

  EXPECT_TRUE(changed.ledger.access_token("main-value")->revoked);
  EXPECT_FALSE(changed.ledger.refresh_token("main-value-r")->revoked);
  EXPECT_TRUE(changed.ledger.access_token("other-value")->revoked);
  EXPECT_TRUE(changed.ledger.refresh_token("other-value-r")->revoked);
}

TEST(WorldChange, RevokesWhatAUserOrAClientHas) {
  auto of_user = acme();
  auto of_client = acme();

  of_user.make(RevokeTokensOfUser{org, UserName("ann")});
  of_client.make(RevokeTokensOfClient{org, app});

  EXPECT_TRUE(of_user.ledger.refresh_token("main-value-r")->revoked);
  EXPECT_TRUE(of_client.ledger.access_token("other-value")->revoked);
}

TEST(WorldChange, EndsALifetimeNow) {
  auto changed = acme();

  changed.make(ExpireToken{"acme/access-main"});

  EXPECT_TRUE(changed.ledger.access_token("main-value")->is_expired(changed.world.starts_at));
  EXPECT_FALSE(changed.ledger.access_token("other-value")->is_expired(changed.world.starts_at));
}

TEST(WorldChange, IsToldWithItsPlaceAndWithoutACredential) {
  const WorldChange rotated = SetClientSecret{org, ClientId("a/b"), "hush-hush"};

  EXPECT_EQ(describe(rotated), "the secret of client a/b of org acme was rotated");
  EXPECT_EQ(place(rotated), "/orgs/acme/clients/a~1b/secret");
  EXPECT_EQ(place(RevokeToken{"acme/access-main"}), "");
}

}  // namespace
}  // namespace gcmock
