// Roles given to subjects from the role's side.
#include <gmock/gmock.h>

#include "api/roles_calls_for_tests.h"

namespace gcmock {
namespace {

using nlohmann::json;
using testing::ElementsAre;

class RoleGrants : public RoleCalls {
 protected:
  static std::string body(const std::string& subjects, const std::string& divisions) {
    return json{{"subjectIds", {subjects}}, {"divisionIds", {divisions}}}.dump();
  }
};

TEST_F(RoleGrants, ReachSubjectsInDivisions) {
  const auto outcome = std::get<ApiDone>(ask("POST", "/api/v2/authorization/roles/editor", body(bob_id, "emea")));

  EXPECT_EQ(outcome.status, 204);
  EXPECT_EQ(outcome.body, "");
  EXPECT_THAT(roles_of("bob"), ElementsAre(RoleName("editor")));
  EXPECT_THAT(divisions_of("bob", "editor"), ElementsAre(DivisionId("emea")));
}

TEST_F(RoleGrants, AddToTheDivisionsThatThereAre) {
  ask("POST", "/api/v2/authorization/roles/admin", body(alice_id, "emea"));

  EXPECT_THAT(divisions_of("alice", "admin"), ElementsAre(DivisionId("emea"), DivisionId("home")));
}

TEST_F(RoleGrants, ReachClientsWhereThatTypeIsSaid) {
  ask("POST", "/api/v2/authorization/roles/editor?subjectType=PC_OAUTH_CLIENT", body("app", "emea"));

  EXPECT_THAT(org().clients.at(ClientId("app")).roles, ElementsAre(RoleName("admin"), RoleName("editor")));
  EXPECT_EQ(fault("POST", "/api/v2/authorization/roles/editor", body("app", "emea")),
            RefusalReason::role_request_malformed);
}

TEST_F(RoleGrants, AreRefusedEachForItsReason) {
  const auto reason = [&](const std::string& target, const std::string& body) {
    return fault("POST", "/api/v2/authorization/roles/" + target, body);
  };

  EXPECT_EQ(reason("nobody", body(bob_id, "emea")), RefusalReason::entity_not_found);
  EXPECT_EQ(reason("editor", body("nobody", "emea")), RefusalReason::role_request_malformed);
  EXPECT_EQ(reason("editor", body(bob_id, "nowhere")), RefusalReason::role_request_malformed);
  EXPECT_EQ(reason("editor?subjectType=PC_DOG", body(bob_id, "emea")), RefusalReason::subject_type_invalid);
  EXPECT_EQ(reason("editor?subjectType=PC_GROUP", body(bob_id, "emea")), RefusalReason::role_request_malformed);
  EXPECT_EQ(reason("editor", R"({"subjectIds": []})"), RefusalReason::body_member_missing);
  EXPECT_EQ(reason("editor", R"({"subjectIds": 1, "divisionIds": []})"), RefusalReason::body_value_invalid);
  org().capacity.roles_per_subject = 1;
  EXPECT_EQ(reason("editor", body(alice_id, "emea")), RefusalReason::too_many_role_assignments);
  let_divisions_matter();
  EXPECT_EQ(reason("editor", body(bob_id, "home")), RefusalReason::division_permissions_missing);
  ask("POST", "/api/v2/authorization/roles/editor", body(bob_id, "emea"));
  EXPECT_THAT(roles_of("bob"), ElementsAre(RoleName("editor")));
}

TEST_F(RoleGrants, AreListedByUser) {
  const auto users = get("/api/v2/authorization/roles/admin/users");

  EXPECT_EQ(users["total"], 1);
  EXPECT_EQ(users["entities"][0], json({{"id", alice_id}, {"selfUri", std::string("/api/v2/users/") + alice_id}}));
  EXPECT_FALSE(users.contains("firstUri"));
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles/nobody/users"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles/admin/users?pageSize=0"), RefusalReason::query_value_invalid);
}

TEST_F(RoleGrants, ReachUsersInTheHomeDivision) {
  const auto added = done("PUT", "/api/v2/authorization/roles/editor/users/add", json{bob_id}.dump());

  EXPECT_EQ(added, json::array({bob_id}));
  EXPECT_THAT(roles_of("bob"), ElementsAre(RoleName("editor")));
  EXPECT_THAT(divisions_of("bob", "editor"), ElementsAre());
}

TEST_F(RoleGrants, ReachOnlyUsersWhoAreThere) {
  const auto reason = [&](const std::string& role, const json& body) {
    return fault("PUT", "/api/v2/authorization/roles/" + role + "/users/add", body.dump());
  };

  EXPECT_EQ(reason("nobody", {bob_id}), RefusalReason::entity_not_found);
  EXPECT_EQ(reason("editor", {"app"}), RefusalReason::user_not_found);
  EXPECT_EQ(reason("editor", {7}), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason("editor", json::object()), RefusalReason::body_malformed);
  org().capacity.roles_per_subject = 1;
  EXPECT_EQ(reason("editor", {alice_id}), RefusalReason::too_many_role_assignments);
  let_divisions_matter();
  EXPECT_EQ(reason("editor", {bob_id}), RefusalReason::division_permissions_missing);
}

TEST_F(RoleGrants, AreTakenFromUsersInAllDivisions) {
  org().users.at(UserName("alice")).role_divisions[RoleName("admin")] = {DivisionId("emea"), DivisionId("home")};

  const auto removed = done("PUT", "/api/v2/authorization/roles/admin/users/remove", json{alice_id, bob_id}.dump());

  EXPECT_EQ(removed, json::array({alice_id, bob_id}));
  EXPECT_THAT(roles_of("alice"), ElementsAre());
}

TEST_F(RoleGrants, AreTakenOnlyWhereTheCallerMay) {
  let_divisions_matter();
  org().users.at(UserName("bob")).roles = {RoleName("editor")};
  const auto target = "/api/v2/authorization/roles/editor/users/remove";

  EXPECT_EQ(fault("PUT", target, json{bob_id}.dump()), RefusalReason::division_permissions_missing);
  org().users.at(UserName("bob")).role_divisions[RoleName("editor")] = {DivisionId("emea")};
  done("PUT", target, json{bob_id}.dump());
  EXPECT_THAT(roles_of("bob"), ElementsAre());
  EXPECT_EQ(fault("PUT", target, json{"nobody"}.dump()), RefusalReason::user_not_found);
  EXPECT_EQ(fault("PUT", "/api/v2/authorization/roles/nobody/users/remove", "[]"), RefusalReason::entity_not_found);
}

TEST_F(RoleGrants, AreListedBySubjectWithTheirDivisions) {
  const auto grants = get("/api/v2/authorization/roles/admin/subjectgrants");

  EXPECT_EQ(grants["total"], 2);
  EXPECT_EQ(grants["entities"][0]["id"], alice_id);
  EXPECT_EQ(grants["entities"][0]["type"], "PC_USER");
  EXPECT_EQ(grants["entities"][0]["divisions"][0]["name"], "Home");
  EXPECT_EQ(grants["entities"][1]["type"], "PC_OAUTH_CLIENT");
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles/nobody/subjectgrants"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", "/api/v2/authorization/roles/admin/subjectgrants?pageNumber=x"),
            RefusalReason::query_value_invalid);
}

}  // namespace
}  // namespace gcmock
