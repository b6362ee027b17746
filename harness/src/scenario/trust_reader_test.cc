// Groups and trusts of world files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gcmock/harness/scenario.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

/// Org acme with these members beside its role `agent`, and org partner with bob and the group support.
LoadedWorld load(const std::string& members) {
  const TestFolder folder;
  return load_world(folder.write("world.json", R"({ "orgs": {
    "acme": { "roles": { "agent": [] }, "clients": { "app": { "authorized_grant_types": ["CODE"] } }, )" +
                                                   members +
                                                   R"( },
    "partner": { "users": { "bob": {} }, "groups": { "support": { "name": "Support", "members": ["bob"] } } } } })"),
                    {});
}

const Org& org(const LoadedWorld& loaded, const std::string& name) {
  return loaded.world->orgs.at(OrgName(name));
}

TEST(TrustReader, ReadsTrustsWithTheirMembers) {
  const LoadedWorld loaded = load(R"("trusts": { "partner": { "enabled": false, "expires_in": "30d",
    "users": { "bob": { "roles": ["agent"] } }, "groups": { "support": {} }, "cloned_users": ["bob"] } })");

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  const Trust& trust = org(loaded, "acme").trusts.at(OrgName("partner"));
  EXPECT_EQ(trust.use, Trust::Use::disabled);
  EXPECT_EQ(trust.expires_at, loaded.world->starts_at + 720h);
  EXPECT_THAT(trust.users.at(UserName("bob")).roles, ElementsAre(RoleName("agent")));
  EXPECT_TRUE(trust.groups.contains(GroupName("support")));
  EXPECT_THAT(trust.cloned_users, ElementsAre(UserName("bob")));
}

TEST(TrustReader, EnablesATrustThatSaysNothingAndLetsItLast) {
  const LoadedWorld loaded = load(R"("trusts": { "partner": { "expires_in": null } })");

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  const Trust& trust = org(loaded, "acme").trusts.at(OrgName("partner"));
  EXPECT_EQ(trust.use, Trust::Use::enabled);
  EXPECT_EQ(trust.expires_at, std::nullopt);
}

TEST(TrustReader, ReadsGroupsAndGeneratesTheirIds) {
  const LoadedWorld loaded = load(R"("kind": "customer_care", "groups": { "all": {} })");

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  const Group& support = org(loaded, "partner").groups.at(GroupName("support"));
  const Group& all = org(loaded, "acme").groups.at(GroupName("all"));
  EXPECT_EQ(support.display_name, "Support");
  EXPECT_THAT(support.members, ElementsAre(UserName("bob")));
  EXPECT_EQ(all.display_name, "all");
  EXPECT_NE(all.id, support.id);
  EXPECT_EQ(all.id.value.size(), 36U);
  EXPECT_EQ(org(loaded, "acme").kind, OrgKind::customer_care);
  EXPECT_EQ(org(loaded, "partner").kind, OrgKind::customer);
}

TEST(TrustReader, ReadsTokensOfUsersWhoActByTrust) {
  const LoadedWorld loaded = load(R"("trusts": { "partner": { "users": { "bob": {} } } },
    "access_tokens": { "main": { "client": "app", "user": "bob", "home": "partner" } })");

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  EXPECT_EQ(org(loaded, "acme").access_tokens.at(0).home, OrgName("partner"));
}

TEST(TrustReader, ReadsPairingsThatAreGoodFor48HoursOrLess) {
  const LoadedWorld loaded = load(R"("users": { "ada": {} }, "groups": { "all": {} }, "pairings": {
    "2d7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00": { "users": ["ada"], "groups": ["all"] },
    "3d7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00": { "expires_in": "-1h" } })");

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  const auto& pairings = org(loaded, "acme").pairings;
  const Pairing& fresh = pairings.at(PairingId("2d7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00"));
  EXPECT_EQ(fresh.created_at, loaded.world->starts_at);
  EXPECT_THAT(fresh.users, ElementsAre(UserName("ada")));
  EXPECT_THAT(fresh.groups, ElementsAre(GroupName("all")));
  EXPECT_EQ(pairings.at(PairingId("3d7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00")).created_at, loaded.world->starts_at - 49h);
}

TEST(TrustReader, TellsNamesThatLeadNowhere) {
  const auto codes = [](const std::string& members) { return codes_of(load(members).diagnostics); };

  EXPECT_EQ(codes(R"("trusts": { "parner": { "users": { "bob": {} } } })"), "GC302");
  EXPECT_EQ(codes(R"("trusts": { "acme": {} })"), "GC302");
  EXPECT_EQ(codes(R"("trusts": { "partner": { "users": { "bop": {} } } })"), "GC304");
  EXPECT_EQ(codes(R"("trusts": { "partner": { "groups": { "suport": {} } } })"), "GC312");
  EXPECT_EQ(codes(R"("trusts": { "partner": { "users": { "bob": { "roles": ["agnet"] } } } })"), "GC305");
  EXPECT_EQ(codes(R"("trusts": { "partner": { "cloned_users": ["bop"] } })"), "GC304");
  EXPECT_EQ(codes(R"("groups": { "all": { "members": ["bob"] } })"), "GC304");
  EXPECT_EQ(codes(R"("access_tokens": { "main": { "client": "app", "user": "bop", "home": "partner" } })"), "GC304");
  EXPECT_EQ(codes(R"("access_tokens": { "main": { "client": "app", "user": "bob", "home": "parner" } })"), "GC302");
}

TEST(TrustReader, TellsValuesOfTheWrongForm) {
  const auto codes = [](const std::string& members) { return codes_of(load(members).diagnostics); };

  EXPECT_EQ(codes(R"("trusts": { "partner": { "enabled": "yes" } })"), "GC201");
  EXPECT_EQ(codes(R"("trusts": { "partner": { "expires_in": "soon" } })"), "GC206");
  EXPECT_EQ(codes(R"("trusts": { "partner": { "enabld": true } })"), "GC203");
  EXPECT_EQ(codes(R"("groups": { "all": { "id": "1" } })"), "GC207");
  EXPECT_EQ(codes(R"("pairings": { "mine": {} })"), "GC207");
  EXPECT_EQ(codes(R"("pairings": { "2d7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00": { "groups": ["all"] } })"), "GC312");
  EXPECT_EQ(codes(R"("kind": "vendor")"), "GC204");
  EXPECT_EQ(codes(R"("access_tokens": { "main": { "client": "app", "home": "partner" } })"), "GC207");
}

}  // namespace
}  // namespace gcmock
