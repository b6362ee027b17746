// Default roles: what the product ships, and what an org made of it.
#include <gmock/gmock.h>

#include "api/roles_calls_for_tests.h"

namespace gcmock {
namespace {

using nlohmann::json;
using testing::ElementsAre;

class DefaultRoles : public RoleCalls {
 protected:
  DefaultRoles() {
    for (const char* name : {"admin", "employee"}) {
      Role shipped;
      shipped.name = RoleName(name);
      shipped.display_name = std::string("Default ") + name;
      shipped.permissions = {Permission("oauth:client:view"), Permission("oauth:client:add")};
      org().default_roles[shipped.name] = shipped;
    }
  }
  std::vector<Permission> permissions(const char* role) { return org().roles.at(RoleName(role)).permissions; }
};

TEST_F(DefaultRoles, ThatAreMissingAreAddedAndOthersLeftAlone) {
  const auto restored = done("POST", "/api/v2/authorization/roles/default");

  EXPECT_EQ(restored["total"], 1);
  EXPECT_EQ(restored["entities"][0]["id"], "employee");
  EXPECT_EQ(restored["entities"][0]["defaultRoleId"], "employee");
  EXPECT_THAT(permissions("admin"), ElementsAre(Permission("oauth:client:view")));
  EXPECT_EQ(permissions("employee").size(), 2U);
}

TEST_F(DefaultRoles, AreAllRestoredByForceAndCustomOnesLeftAlone) {
  const auto restored = done("POST", "/api/v2/authorization/roles/default?force=true");

  EXPECT_EQ(restored["total"], 2);
  EXPECT_EQ(permissions("admin").size(), 2U);
  EXPECT_EQ(permissions("editor").size(), 3U);
  EXPECT_EQ(fault("POST", "/api/v2/authorization/roles/default?force=1"), RefusalReason::query_value_invalid);
}

TEST_F(DefaultRoles, KeepTheirIdInTheOrg) {
  org().roles.at(RoleName("editor")).default_role = RoleName("employee");

  done("POST", "/api/v2/authorization/roles/default?force=true");

  EXPECT_FALSE(org().roles.contains(RoleName("employee")));
  EXPECT_EQ(permissions("editor").size(), 2U);
}

TEST_F(DefaultRoles, ThatAreListedAreRestored) {
  const auto restored = done("PUT", "/api/v2/authorization/roles/default", R"([{"id": "admin"}])");

  EXPECT_EQ(restored["entities"][0]["name"], "Default admin");
  EXPECT_EQ(permissions("admin").size(), 2U);
  EXPECT_FALSE(org().roles.contains(RoleName("employee")));
  EXPECT_EQ(fault("PUT", "/api/v2/authorization/roles/default", R"([{"id": "editor"}])"),
            RefusalReason::entity_not_found);
  EXPECT_EQ(fault("PUT", "/api/v2/authorization/roles/default", R"({"id": "admin"})"), RefusalReason::body_malformed);
}

TEST_F(DefaultRoles, AreComparedWithRolesOfTheOrg) {
  org().roles.at(RoleName("admin")).permissions.emplace_back("usage:client:view");

  const auto difference = get("/api/v2/authorization/roles/admin/comparedefault/admin");

  EXPECT_EQ(difference["samePermissionPolicies"][0]["actionSet"], json::array({"view"}));
  EXPECT_EQ(difference["removedPermissionPolicies"][0]["actionSet"], json::array({"add"}));
  EXPECT_EQ(difference["addedPermissionPolicies"][0]["domain"], "usage");
  EXPECT_EQ(difference["userOrgRole"]["id"], "admin");
  EXPECT_EQ(difference["roleFromDefault"]["name"], "Default admin");
}

TEST_F(DefaultRoles, AreComparedWithRolesThatNobodySaved) {
  const auto difference =
      done("POST", "/api/v2/authorization/roles/admin/comparedefault/admin", R"({"permissionPolicies": []})");

  EXPECT_EQ(difference["samePermissionPolicies"], json::array());
  EXPECT_EQ(difference["removedPermissionPolicies"][0]["actionSet"], json::array({"view", "add"}));
  EXPECT_EQ(permissions("admin").size(), 1U);
}

TEST_F(DefaultRoles, AreComparedOnlyWhereBothAreThere) {
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles/nobody/comparedefault/admin"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles/admin/comparedefault/editor"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("POST", "/api/v2/authorization/roles/admin/comparedefault/admin", R"({"permissionPolicies": 1})"),
            RefusalReason::role_request_malformed);
}

TEST_F(DefaultRoles, HaveSettingsThatAreKept) {
  EXPECT_EQ(get("/api/v2/authorization/roles/settings")["authorizationGrantDivisionAware"], false);

  done("PUT", "/api/v2/authorization/roles/settings", R"({"authorizationGrantDivisionAware": true})");
  done("PUT", "/api/v2/authorization/roles/settings", R"({"backfillEnabled": true})");

  EXPECT_EQ(get("/api/v2/authorization/roles/settings")["authorizationGrantDivisionAware"], true);
  EXPECT_EQ(get("/api/v2/authorization/roles/settings")["backfillEnabled"], true);
  EXPECT_EQ(fault("PUT", "/api/v2/authorization/roles/settings", R"({"backfillEnabled": "yes"})"),
            RefusalReason::body_value_invalid);
}

}  // namespace
}  // namespace gcmock
