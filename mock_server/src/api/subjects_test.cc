// Subjects and their grants: who may do what, and where.
#include <gmock/gmock.h>

#include "api/roles_calls_for_tests.h"

namespace gcmock {
namespace {

using nlohmann::json;
using testing::ElementsAre;

class Subjects : public RoleCalls {
 protected:
  static std::string pair(const std::string& role, const std::string& division) {
    return json{{"grants", {{{"roleId", role}, {"divisionId", division}}}}}.dump();
  }
  static std::string subject(const std::string& below) { return "/api/v2/authorization/subjects/" + below; }
  static std::string bob(const std::string& below) { return subject(bob_id + below); }
  RefusalReason refused(const std::string& below, const std::string& body) { return fault("POST", bob(below), body); }
};

TEST_F(Subjects, ShowTheirGrants) {
  for (const auto& target : {subject("me"), subject(alice_id)}) {
    const auto alice = get(target);

    EXPECT_EQ(alice["id"], alice_id);
    EXPECT_EQ(alice["name"], "Alice");
    EXPECT_EQ(alice["grants"].size(), 1U);
    EXPECT_EQ(alice["grants"][0]["subjectId"], alice_id);
    EXPECT_EQ(alice["grants"][0]["division"]["homeDivision"], true);
    EXPECT_EQ(alice["grants"][0]["role"]["policies"][0],
              json({{"actions", {"view"}}, {"domain", "oauth"}, {"entityName", "client"}}));
  }
}

TEST_F(Subjects, AreServiceAccountsOfClientsAsWell) {
  caller_.user.reset();

  EXPECT_EQ(get(subject("me"))["id"], "app");
  EXPECT_EQ(get(subject("app"))["grants"][0]["role"]["id"], "admin");
}

TEST_F(Subjects, AreClientsOfOtherOrgsThatAreAuthorizedHere) {
  Org vendor;
  vendor.name = OrgName("vendor");
  OAuthClient client;
  client.id = ClientId("vendor-app");
  client.name = "Vendor App";
  vendor.clients[client.id] = client;
  world_.orgs[vendor.name] = vendor;
  ClientAuthorization authorization;
  authorization.client = client.id;
  org().authorizations[client.id] = authorization;

  ask("POST", subject("vendor-app/bulkadd?subjectType=PC_OAUTH_CLIENT"), pair("editor", "emea"));

  EXPECT_EQ(get(subject("vendor-app"))["grants"][0]["division"]["name"], "EMEA");
  EXPECT_THAT(org().authorizations.at(client.id).roles, ElementsAre(RoleName("editor")));
}

TEST_F(Subjects, ThatAreNobodyAreNotFound) {
  EXPECT_EQ(fault("GET", subject("nobody")), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", subject(std::string(alice_id) + "?includeDuplicates=x")), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("GET", subject("me?includeDuplicates=x")), RefusalReason::query_value_invalid);
  caller_.user = UserName("guest");
  EXPECT_EQ(fault("GET", subject("me")), RefusalReason::entity_not_found);
}

TEST_F(Subjects, HaveTheirRolesCounted) {
  const auto counts = get(subject(std::string("rolecounts?id=") + alice_id + "," + bob_id + "&id=nobody"));

  EXPECT_EQ(counts, json({{alice_id, 1}, {bob_id, 0}}));
}

TEST_F(Subjects, AreCountedAHundredAtATime) {
  std::string ids = "a";
  for (int i = 0; i < 100; ++i) ids += ",a";

  EXPECT_EQ(fault("GET", subject("rolecounts?id=" + ids)), RefusalReason::too_many_subject_ids);
}

TEST_F(Subjects, GainGrants) {
  const auto outcome = std::get<ApiDone>(ask("POST", bob("/bulkadd"), pair("editor", "emea")));
  ask("POST", bob("/bulkadd"), pair("editor", "home"));
  ask("POST", bob("/bulkadd"), pair("admin", "home"));

  EXPECT_EQ(outcome.status, 204);
  EXPECT_EQ(outcome.body, "");
  EXPECT_THAT(roles_of("bob"), ElementsAre(RoleName("admin"), RoleName("editor")));
  EXPECT_THAT(divisions_of("bob", "editor"), ElementsAre(DivisionId("emea"), DivisionId("home")));
}

TEST_F(Subjects, LoseGrants) {
  ask("POST", bob("/bulkadd"), pair("editor", "emea"));
  ask("POST", bob("/bulkadd"), pair("editor", "home"));

  const auto outcome = std::get<ApiDone>(ask("POST", bob("/bulkremove"), pair("editor", "home")));

  EXPECT_EQ(outcome.status, 204);
  EXPECT_THAT(divisions_of("bob", "editor"), ElementsAre(DivisionId("emea")));
  ask("POST", bob("/bulkremove"), pair("editor", "emea"));
  EXPECT_THAT(roles_of("bob"), ElementsAre());
  ask("POST", bob("/bulkremove"), pair("nobody", "nowhere"));
}

TEST_F(Subjects, HaveTheirGrantsReplaced) {
  ask("POST", bob("/bulkadd"), pair("editor", "emea"));

  const auto outcome = std::get<ApiDone>(ask("POST", bob("/bulkreplace"), pair("admin", "home")));

  EXPECT_EQ(outcome.status, 204);
  EXPECT_THAT(roles_of("bob"), ElementsAre(RoleName("admin")));
  EXPECT_TRUE(org().users.at(UserName("bob")).role_divisions.empty());
}

TEST_F(Subjects, GainAndLoseOneGrant) {
  const auto target = bob("/divisions/emea/roles/editor");

  const auto gained = std::get<ApiDone>(ask("POST", target));
  EXPECT_EQ(gained.status, 200);
  EXPECT_EQ(gained.body, "");
  EXPECT_THAT(divisions_of("bob", "editor"), ElementsAre(DivisionId("emea")));
  const auto lost = std::get<ApiDone>(ask("DELETE", target));
  EXPECT_EQ(lost.status, 200);
  EXPECT_THAT(roles_of("bob"), ElementsAre());
}

TEST_F(Subjects, AreRefusedGrantsEachForItsReason) {
  for (const auto* bulk : {"/bulkadd", "/bulkreplace"}) {
    EXPECT_EQ(refused(bulk, pair("nobody", "emea")), RefusalReason::role_divisions_invalid) << bulk;
    EXPECT_EQ(refused(bulk, pair("editor", "nowhere")), RefusalReason::role_divisions_invalid) << bulk;
    EXPECT_EQ(refused(std::string(bulk) + "?subjectType=PC_DOG", pair("editor", "emea")),
              RefusalReason::query_value_invalid);
    EXPECT_EQ(refused(std::string(bulk) + "?subjectType=PC_OAUTH_CLIENT", pair("editor", "emea")),
              RefusalReason::entity_not_found);
  }
  for (const auto* bulk : {"/bulkadd", "/bulkremove", "/bulkreplace"}) {
    EXPECT_EQ(refused(bulk, "{}"), RefusalReason::body_member_missing) << bulk;
    EXPECT_EQ(refused(bulk, R"({"grants": 1})"), RefusalReason::body_value_invalid) << bulk;
    EXPECT_EQ(refused(bulk, R"({"grants": [{"roleId": "editor"}]})"), RefusalReason::body_value_invalid) << bulk;
    EXPECT_EQ(fault("POST", subject(std::string("nobody") + bulk), pair("editor", "emea")),
              RefusalReason::entity_not_found);
  }
  for (const auto* method : {"POST", "DELETE"}) {
    EXPECT_EQ(fault(method, bob("/divisions/nowhere/roles/editor")), RefusalReason::entity_not_found);
    EXPECT_EQ(fault(method, bob("/divisions/emea/roles/nobody")), RefusalReason::entity_not_found);
    EXPECT_EQ(fault(method, subject("nobody/divisions/emea/roles/editor")), RefusalReason::entity_not_found);
  }
  EXPECT_EQ(fault("POST", bob("/divisions/emea/roles/editor?subjectType=x")), RefusalReason::query_value_invalid);
}

TEST_F(Subjects, HaveSoManyRolesAsTheOrgAllows) {
  org().capacity.roles_per_subject = 1;
  ask("POST", bob("/bulkadd"), pair("editor", "emea"));

  EXPECT_EQ(refused("/bulkadd", pair("admin", "emea")), RefusalReason::too_many_role_assignments);
  EXPECT_EQ(fault("POST", bob("/divisions/emea/roles/admin")), RefusalReason::too_many_role_assignments);
  ask("POST", bob("/bulkreplace"), pair("admin", "emea"));
  EXPECT_THAT(roles_of("bob"), ElementsAre(RoleName("admin")));
}

TEST_F(Subjects, GainAndLoseOnlyWhereTheCallerMayWhereDivisionsMatter) {
  let_divisions_matter();
  ask("POST", bob("/bulkadd"), pair("editor", "emea"));

  EXPECT_EQ(refused("/bulkadd", pair("editor", "home")), RefusalReason::division_permissions_missing);
  EXPECT_EQ(refused("/bulkreplace", pair("editor", "home")), RefusalReason::division_permissions_missing);
  EXPECT_EQ(fault("POST", bob("/divisions/home/roles/editor")), RefusalReason::division_permissions_missing);
  org().roles.at(RoleName("admin")).permissions = {Permission("authorization:grant:add")};
  EXPECT_EQ(refused("/bulkremove", pair("editor", "emea")), RefusalReason::division_permissions_missing);
  EXPECT_EQ(fault("DELETE", bob("/divisions/emea/roles/editor")), RefusalReason::division_permissions_missing);
  EXPECT_THAT(divisions_of("bob", "editor"), ElementsAre(DivisionId("emea")));
}

TEST_F(Subjects, ShowTheirRolesAndPermissions) {
  org().users.at(UserName("bob")).roles = {RoleName("admin"), RoleName("editor")};

  const auto roles = get(std::string("/api/v2/users/") + bob_id + "/roles");

  EXPECT_EQ(roles["roles"][1], json({{"id", "editor"}, {"name", "Flow Editor"}}));
  EXPECT_EQ(roles["permissions"],
            json::array({"oauth:client:view", "architect:flow:view", "architect:flow:edit", "routing:queue:*"}));
  EXPECT_EQ(roles["permissionPolicies"][1]["actionSet"], json::array({"view", "edit"}));
  EXPECT_EQ(fault("GET", "/api/v2/users/nobody/roles"), RefusalReason::entity_not_found);
}

TEST_F(Subjects, HaveTheirRolesSet) {
  ask("POST", bob("/bulkadd"), pair("editor", "emea"));

  const auto roles = done("PUT", std::string("/api/v2/users/") + bob_id + "/roles", R"(["editor", "admin"])");

  EXPECT_EQ(roles["roles"].size(), 2U);
  EXPECT_THAT(roles_of("bob"), ElementsAre(RoleName("admin"), RoleName("editor")));
  EXPECT_THAT(divisions_of("bob", "editor"), ElementsAre(DivisionId("emea")));
  done("PUT", std::string("/api/v2/users/") + bob_id + "/roles", "[]");
  EXPECT_THAT(roles_of("bob"), ElementsAre());
}

TEST_F(Subjects, HaveTheirRolesSetToRolesOfTheOrg) {
  const auto reason = [&](const std::string& id, const std::string& body) {
    return fault("PUT", "/api/v2/users/" + id + "/roles", body);
  };

  EXPECT_EQ(reason("nobody", "[]"), RefusalReason::user_not_found);
  EXPECT_EQ(reason(bob_id, R"(["nobody"])"), RefusalReason::user_roles_invalid);
  EXPECT_EQ(reason(bob_id, "[7]"), RefusalReason::user_roles_invalid);
  EXPECT_EQ(reason(bob_id, "{}"), RefusalReason::body_malformed);
  org().capacity.roles_per_subject = 1;
  EXPECT_EQ(reason(bob_id, R"(["admin", "editor"])"), RefusalReason::too_many_role_assignments);
  let_divisions_matter();
  EXPECT_EQ(reason(bob_id, R"(["editor"])"), RefusalReason::division_permissions_missing);
  org().users.at(UserName("bob")).status = UserStatus::inactive;
  EXPECT_EQ(reason(bob_id, "[]"), RefusalReason::user_not_found);
}

}  // namespace
}  // namespace gcmock
