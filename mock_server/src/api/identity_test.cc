// Who asks, and of which org.
#include <gmock/gmock.h>

#include "api/roles_calls_for_tests.h"

namespace gcmock {
namespace {

using nlohmann::json;

class Identity : public RoleCalls {};

TEST_F(Identity, IsExpandedByWhatTheWorldKnows) {
  world_.orgs[OrgName("other")].name = OrgName("other");
  world_.orgs[OrgName("other")].id = OrgId("11111111-2222-4333-8444-555555555555");
  world_.orgs[OrgName("other")].trusts[OrgName("primary")].users[UserName("alice")] = {};

  const auto me = get("/api/v2/users/me?expand=authorization,orgauthorization,orgproducts,date,trustors,token");

  EXPECT_EQ(me["authorization"]["permissions"], json::array({"oauth:client:view"}));
  EXPECT_FALSE(me["authorization"].contains("unusedRoles"));
  EXPECT_EQ(me["orgAuthorization"].size(), 2U);
  EXPECT_EQ(me["orgProducts"].size(), 4U);
  EXPECT_EQ(me["date"]["currentDate"], "2026-01-01T00:00:00.000Z");
  EXPECT_EQ(me["trustors"][0]["enabled"], true);
  EXPECT_EQ(me["division"]["name"], "Home");
}

TEST_F(Identity, IsExpandedByEmptyListsOfWhatTheWorldDoesNotKnow) {
  const auto me =
      get("/api/v2/users/me?expand=authorization.unusedRoles,groups,skills,presencedefinitions,adjacents,"
          "presence,team,lasttokenissued");

  EXPECT_EQ(me["authorization"]["unusedRoles"], json::array());
  EXPECT_EQ(me["groups"], json::array());
  EXPECT_EQ(me["skills"], json::array());
  EXPECT_EQ(me["presenceDefinitions"], json::array());
  EXPECT_EQ(me["adjacents"]["superiors"], json::array());
  for (const auto* absent : {"presence", "team", "lastTokenIssued"}) EXPECT_FALSE(me.contains(absent)) << absent;
}

TEST_F(Identity, IsNotExpandedByWordsThatAreNotDeclared) {
  EXPECT_EQ(fault("GET", "/api/v2/users/me?expand=token,secrets"), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("GET", "/api/v2/users/me?integrationPresenceSource=Fax"), RefusalReason::query_value_invalid);
  EXPECT_EQ(get("/api/v2/users/me?expand=presence&integrationPresenceSource=ZoomPhone")["name"], "Alice");
}

TEST_F(Identity, OfTheOrgIsEdited) {
  const auto before = get("/api/v2/organizations/me");

  const auto after = done("PUT", "/api/v2/organizations/me",
                          R"({"version": 1, "name": "New Name", "defaultLanguage": "de", "domain": "new.example.com",
                              "defaultCountryCode": "DE", "supportURI": "help@example.com", "state": "inactive"})");

  EXPECT_EQ(before["version"], 1);
  EXPECT_EQ(after["version"], 2);
  EXPECT_EQ(after["state"], "active");
  EXPECT_EQ(after["id"], before["id"]);
  EXPECT_EQ(get("/api/v2/organizations/me"), after);
  EXPECT_EQ(org().details.domain, "new.example.com");
  EXPECT_EQ(org().details.support_uri, "help@example.com");
}

TEST_F(Identity, OfTheOrgIsEditedOnlyInItsCurrentVersion) {
  const auto reason = [&](const char* body) { return fault("PUT", "/api/v2/organizations/me", body); };

  EXPECT_EQ(reason(R"({"version": 2, "name": "x"})"), RefusalReason::org_version_conflict);
  EXPECT_EQ(reason(R"({"name": "x"})"), RefusalReason::body_member_missing);
  EXPECT_EQ(reason(R"({"version": "1"})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason(R"({"version": 1, "domain": 5})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason(R"({"version": 1, "state": "sleeping"})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason("[]"), RefusalReason::body_malformed);
  EXPECT_EQ(done("PUT", "/api/v2/organizations/me")["version"], 1);
}

}  // namespace
}  // namespace gcmock
