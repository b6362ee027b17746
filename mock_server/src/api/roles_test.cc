// Roles through the API, and what their changes do to the world.
#include <gmock/gmock.h>

#include "api/roles_calls_for_tests.h"

namespace gcmock {
namespace {

using nlohmann::json;
using testing::ElementsAre;

class Roles : public RoleCalls {
 protected:
  std::vector<std::string> ids(const std::string& query) {
    std::vector<std::string> all;
    const auto listed = get("/api/v2/authorization/roles" + query);
    for (const auto& role : listed["entities"]) all.push_back(role["id"]);
    return all;
  }
};

TEST_F(Roles, AreListedByNameWithTheirPolicies) {
  const auto roles = get("/api/v2/authorization/roles");

  EXPECT_EQ(roles["total"], 2);
  EXPECT_EQ(roles["entities"][1]["id"], "editor");
  EXPECT_EQ(roles["entities"][1]["name"], "Flow Editor");
  EXPECT_EQ(roles["entities"][1]["userCount"], 0);
  EXPECT_EQ(roles["entities"][0]["userCount"], 1);
  EXPECT_EQ(roles["entities"][1]["permissions"], json::array());
  EXPECT_EQ(roles["entities"][1]["permissionPolicies"][0], json({{"domain", "architect"},
                                                                 {"entityName", "flow"},
                                                                 {"policyName", "architect:flow"},
                                                                 {"actionSet", {"view", "edit"}},
                                                                 {"allowConditions", false}}));
  EXPECT_EQ(roles["entities"][1]["permissionPolicies"][1]["actionSet"], json::array({"*"}));
}

TEST_F(Roles, AreFoundByIdNamePermissionAndDefaultRole) {
  org().roles.at(RoleName("admin")).default_role = RoleName("shipped");

  EXPECT_THAT(ids("?id=editor"), ElementsAre("editor"));
  EXPECT_THAT(ids("?name=fLOW"), ElementsAre("editor"));
  EXPECT_THAT(ids("?permission=routing:queue:*"), ElementsAre("editor"));
  EXPECT_THAT(ids("?permission=routing:queue:*,oauth:client:view"), ElementsAre());
  EXPECT_THAT(ids("?defaultRoleId=shipped"), ElementsAre("admin"));
}

TEST_F(Roles, AreSortedAndPaged) {
  EXPECT_THAT(ids("?sortBy=userCount"), ElementsAre("editor", "admin"));
  EXPECT_THAT(ids("?pageSize=1&pageNumber=2"), ElementsAre("editor"));
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles?pageSize=none"), RefusalReason::query_value_invalid);
}

TEST_F(Roles, AreCountedOnlyWhereThatIsNotDeclined) {
  EXPECT_FALSE(get("/api/v2/authorization/roles?userCount=false")["entities"][0].contains("userCount"));
  EXPECT_FALSE(get("/api/v2/authorization/roles/admin?userCount=false").contains("userCount"));
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles?userCount=maybe"), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles/admin?userCount=1"), RefusalReason::query_value_invalid);
}

TEST_F(Roles, AreAskedForByAHundredIdsAtMost) {
  std::string some = "a";
  for (int i = 1; i < 100; ++i) some += ",a";

  EXPECT_THAT(ids("?id=" + some), ElementsAre());
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles?id=" + some + ",a"), RefusalReason::too_many_role_ids);
}

TEST_F(Roles, AreGotOneByOne) {
  const auto role = get("/api/v2/authorization/roles/admin?expand=unusedPermissions");

  EXPECT_EQ(role["id"], "admin");
  EXPECT_EQ(role["unusedPermissions"], json::array());
  EXPECT_EQ(role["selfUri"], "/api/v2/authorization/roles/admin");
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles/nobody"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles/admin?expand=users"), RefusalReason::query_value_invalid);
}

TEST_F(Roles, HaveIdsThatAPathCanHold) {
  Role spaced;
  spaced.name = RoleName("two words");
  org().roles[spaced.name] = spaced;

  EXPECT_EQ(get("/api/v2/authorization/roles/two%20words")["name"], "two words");
}

TEST_F(Roles, AreCreatedWithAnIdOfTheirOwn) {
  const auto role = done("POST", "/api/v2/authorization/roles",
                         R"({"name": "Viewer", "description": "Looks only", "permissions": ["group_administration"],
                             "permissionPolicies": [{"domain": "oauth", "entityName": "client",
                                                     "actionSet": ["view", "view"]}]})");

  const auto& made = org().roles.at(RoleName(role["id"].get<std::string>()));
  EXPECT_EQ(role["name"], "Viewer");
  EXPECT_EQ(role["permissions"], json::array({"group_administration"}));
  EXPECT_EQ(made.description, "Looks only");
  EXPECT_THAT(made.permissions, ElementsAre(Permission("group_administration"), Permission("oauth:client:view")));
}

TEST_F(Roles, AreNotCreatedWithoutANameOrWithBadPolicies) {
  const auto reason = [&](const char* body) { return fault("POST", "/api/v2/authorization/roles", body); };

  EXPECT_EQ(reason("{}"), RefusalReason::body_member_missing);
  EXPECT_EQ(reason(R"({"name": " "})"), RefusalReason::role_request_malformed);
  EXPECT_EQ(reason(R"({"name": 7})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason(R"({"name": "x", "permissions": "all"})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason(R"({"name": "x", "permissionPolicies": {}})"), RefusalReason::role_request_malformed);
  EXPECT_EQ(reason(R"({"name": "x", "permissionPolicies": [{"domain": "oauth", "entityName": "client"}]})"),
            RefusalReason::role_request_malformed);
  EXPECT_EQ(reason("[]"), RefusalReason::body_malformed);
  EXPECT_EQ(org().roles.size(), 2U);
}

TEST_F(Roles, AreNotCreatedTwice) {
  EXPECT_EQ(fault("POST", "/api/v2/authorization/roles", R"({"name": "flow editor"})"),
            RefusalReason::request_conflict);
}

TEST_F(Roles, AreNotCreatedBeyondTheCapacityOfTheOrg) {
  org().capacity.roles = 3;

  done("POST", "/api/v2/authorization/roles", R"({"name": "third"})");

  EXPECT_EQ(fault("POST", "/api/v2/authorization/roles", R"({"name": "fourth"})"), RefusalReason::too_many_roles);
}

TEST_F(Roles, AreReplacedWhole) {
  const auto role = done("PUT", "/api/v2/authorization/roles/editor",
                         R"({"name": "Editor", "permissionPolicies":
                             [{"domain": "architect", "entityName": "*", "actionSet": ["*"]}]})");

  EXPECT_EQ(role["id"], "editor");
  EXPECT_EQ(role["name"], "Editor");
  EXPECT_THAT(org().roles.at(RoleName("editor")).permissions, ElementsAre(Permission("architect:*:*")));
}

TEST_F(Roles, AreNotReplacedWhereThatMakesNoSense) {
  EXPECT_EQ(fault("PUT", "/api/v2/authorization/roles/nobody", R"({"name": "x"})"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("PUT", "/api/v2/authorization/roles/editor", R"({"name": "admin"})"),
            RefusalReason::request_conflict);
  EXPECT_EQ(fault("PUT", "/api/v2/authorization/roles/editor", R"({"name": "x", "permissionPolicies": 1})"),
            RefusalReason::role_request_malformed);
  EXPECT_EQ(fault("PUT", "/api/v2/authorization/roles/editor", R"({"name": "x"})", "text/plain"),
            RefusalReason::media_type_unsupported);
}

TEST_F(Roles, ArePatchedToSayThatTheyNeedAnUpdate) {
  const auto role = done("PATCH", "/api/v2/authorization/roles/editor", R"({"roleNeedsUpdate": true, "name": "x"})");

  EXPECT_EQ(role["roleNeedsUpdate"], true);
  EXPECT_EQ(role["name"], "Flow Editor");
  EXPECT_EQ(get("/api/v2/authorization/roles/editor")["roleNeedsUpdate"], true);
  EXPECT_EQ(fault("PATCH", "/api/v2/authorization/roles/nobody", "{}"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("PATCH", "/api/v2/authorization/roles/editor", R"({"roleNeedsUpdate": 1})"),
            RefusalReason::body_value_invalid);
}

TEST_F(Roles, AreTakenFromEverybodyWhereTheyAreDeleted) {
  org().users.at(UserName("alice")).role_divisions[RoleName("admin")] = {DivisionId("emea")};

  const auto outcome = std::get<ApiDone>(ask("DELETE", "/api/v2/authorization/roles/admin"));

  EXPECT_EQ(outcome.status, 200);
  EXPECT_EQ(outcome.body, "");
  EXPECT_THAT(roles_of("alice"), ElementsAre());
  EXPECT_TRUE(org().users.at(UserName("alice")).role_divisions.empty());
  EXPECT_TRUE(org().clients.at(ClientId("app")).roles.empty());
  EXPECT_EQ(fault("DELETE", "/api/v2/authorization/roles/admin"), RefusalReason::entity_not_found);
}

}  // namespace
}  // namespace gcmock
