// A trustee offers, and whoever knows the id sees the offer for 48 hours.
#include <gmock/gmock.h>

#include <set>

#include "api/trust.h"
#include "api/trust_calls_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

class Pairings : public TrustCalls {
 protected:
  Pairings() { call_as("partner", "bob"); }
};

TEST_F(Pairings, AreMadeForUsersAndGroupsOfTheCallersOrg) {
  const auto made = done("POST", base + "pairings", R"({"userIds":["bob-id"],"groupIds":["support-id"]})");

  EXPECT_EQ(made.at("trustee").at("name"), "Partner Org");
  EXPECT_EQ(made.at("createdBy").at("id"), "bob-id");
  EXPECT_EQ(made.at("dateCreated"), "2026-01-01T00:00:00.000Z");
  EXPECT_EQ(made.at("users").at(0).at("id"), "bob-id");
  EXPECT_EQ(made.at("users").at(0).at("organization").at("id"), partner_id);
  EXPECT_EQ(made.at("groups").at(0).at("name"), "Support");
  EXPECT_EQ(made.at("groups").at(0).at("memberCount"), 1);
  EXPECT_EQ(made.at("selfUri"), base + "pairings/" + made.at("id").get<std::string>());
}

TEST_F(Pairings, MayNameNobodyYet) {
  const auto made = done("POST", base + "pairings", "{}");

  EXPECT_TRUE(made.at("users").empty());
  EXPECT_TRUE(made.at("groups").empty());
}

TEST_F(Pairings, AreRefusedForOthersThanTheOrgsOwn) {
  EXPECT_EQ(fault("POST", base + "pairings", R"({"userIds":["9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00"]})"),
            RefusalReason::entity_not_found);
  EXPECT_EQ(fault("POST", base + "pairings", R"({"groupIds":["nobody-id"]})"), RefusalReason::entity_not_found);
  EXPECT_TRUE(org("partner").pairings.empty());
}

TEST_F(Pairings, AreRefusedWhereTheBodyIsNone) {
  EXPECT_EQ(fault("POST", base + "pairings", "[]"), RefusalReason::body_malformed);
  EXPECT_EQ(fault("POST", base + "pairings", "{}", "text/plain"), RefusalReason::media_type_unsupported);
  EXPECT_EQ(fault("POST", base + "pairings", R"({"userIds":"bob-id"})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", base + "pairings", R"({"groupIds":[1]})"), RefusalReason::body_value_invalid);
}

TEST_F(Pairings, AreShownToBothOrgsUntilTheyAre48HoursOld) {
  const auto id = offer_pairing();

  call_as("primary", "alice");
  now_ += 48h - 1ms;
  EXPECT_EQ(get(base + "pairings/" + id).at("id"), id);
  now_ += 1ms;
  EXPECT_EQ(fault("GET", base + "pairings/" + id), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", base + "pairings/nothing"), RefusalReason::entity_not_found);
}

TEST_F(Pairings, HaveIdsThatDiffer) {
  EXPECT_NE(offer_pairing(), offer_pairing());
}

TEST(TrustOperations, AreAllPerformed) {
  World world;
  Org org;
  org.id = OrgId("o");
  world.orgs[org.name] = org;
  const Ledger ledger(world);
  SeededIds ids(1);
  const Usage usage;
  int count = 0;

  for (const auto& operation : all_operations()) {
    if (!operation.path.starts_with("/api/v2/orgauthorization/")) continue;
    HttpRequest request;
    request.method = operation.method;
    request.target = operation.path;
    const auto route = find_route(request.method, request.path(), {});
    const Allowed caller{org.name, ClientId("app"), {}, {}};
    EXPECT_TRUE(perform_trust({world, ledger, world.orgs.at(org.name), caller, route, request, "", {}, ids, usage}))
        << operation.id;
    ++count;
  }

  EXPECT_EQ(count, 46);
}

}  // namespace
}  // namespace gcmock
