// Users and groups of a trustee: let in, given roles, sent away.
#include <gmock/gmock.h>

#include "api/trust_calls_for_tests.h"

namespace gcmock {
namespace {

/// What differs between the two kinds.
struct Kind {
  std::string word;
  std::string path;    ///< below the trustee
  std::string id;      ///< of one that is in the trust
  std::string other;   ///< of one that is not
  RefusalReason none;  ///< why an unknown one cannot be added
};

class TrusteeMembers : public TrustCalls, public testing::WithParamInterface<Kind> {
 protected:
  TrusteeMembers() {
    org("partner").groups[GroupName("sales")] = {GroupName("sales"), GroupId("sales-group-id"), "Sales", {}};
    trust_partner().groups[GroupName("support")].roles = {RoleName("agent")};
  }

  std::string members() const { return trustee + "/" + GetParam().path; }
  std::string member() const { return members() + "/" + GetParam().id; }
  std::string absent() const { return members() + "/" + GetParam().other; }
  std::vector<std::string> roles_of_member() {
    std::vector<std::string> names;
    const auto entity = get(member() + "/roles");
    for (const auto& role : entity.at("roles")) names.push_back(role.at("id"));
    return names;
  }
};

TEST_P(TrusteeMembers, AreListedByPages) {
  const auto list = get(members() + "?pageSize=10");

  EXPECT_EQ(list.at("total"), 1);
  EXPECT_EQ(list.at("entities").at(0).at("id"), GetParam().id);
  EXPECT_EQ(list.at("selfUri"), members() + "?pageSize=10&pageNumber=1");
  EXPECT_EQ(fault("GET", members() + "?pageNumber=x"), RefusalReason::query_value_invalid);
}

TEST_P(TrusteeMembers, AreAddedWithRolesAndDivisions) {
  const auto added = done("POST", members(),
                          R"({"id":")" + GetParam().other +
                              R"(","roleIds":["agent"],
    "roleDivisions":{"grants":[{"roleId":"manager","divisionId":"sales-id"},{"roleId":"manager","divisionId":"*"}]}})");

  EXPECT_EQ(added.at("id"), GetParam().other);
  EXPECT_EQ(get(members()).at("total"), 2);
  const auto roles = get(absent() + "/roles");
  EXPECT_EQ(roles.at("roles").size(), 2U);
  EXPECT_EQ(roles.at("permissions"), (std::vector<std::string>{"agent:thing:do", "manager:thing:do"}));
}

TEST_P(TrusteeMembers, SayWhenAndByWhomTheyWereAdded) {
  const auto added = done("POST", members(), R"({"id":")" + GetParam().other + R"("})");

  const auto& details = added.contains("trustUserDetails") ? added.at("trustUserDetails") : added;
  EXPECT_EQ(details.at("dateCreated"), "2026-01-01T00:00:00.000Z");
  EXPECT_EQ(details.at("createdBy").at("name"), "Alice");
}

TEST_P(TrusteeMembers, AreNotAddedWhereTheyAreUnknownOrInAlready) {
  EXPECT_EQ(fault("POST", members(), R"({"id":"nobody"})"), GetParam().none);
  EXPECT_EQ(fault("POST", members(), R"({"id":")" + GetParam().id + R"("})"), RefusalReason::request_conflict);
}

TEST_P(TrusteeMembers, AreNotAddedByWrongBodies) {
  const auto begin = R"({"id":")" + GetParam().other + R"(")";

  EXPECT_EQ(fault("POST", members(), "{}"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("POST", members(), R"({"id":5})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", members(), "[]"), RefusalReason::body_malformed);
  EXPECT_EQ(fault("POST", members(), "{}", "text/plain"), RefusalReason::media_type_unsupported);
  EXPECT_EQ(fault("POST", members(), begin + R"(,"roleIds":["boss"]})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", members(), begin + R"(,"roleIds":"agent"})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", members(), begin + R"(,"roleDivisions":{}})"), RefusalReason::body_member_missing);
}

TEST_P(TrusteeMembers, AreShownOneByOne) {
  EXPECT_EQ(get(member()).at("id"), GetParam().id);
  EXPECT_EQ(fault("GET", absent()), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", members() + "/nobody"), RefusalReason::entity_not_found);
}

TEST_P(TrusteeMembers, AreSentAway) {
  const auto outcome = ask("DELETE", member());

  EXPECT_EQ(std::get<ApiDone>(outcome).status, 204);
  EXPECT_EQ(get(members()).at("total"), 0);
  EXPECT_EQ(fault("DELETE", member()), RefusalReason::entity_not_found);
}

TEST_P(TrusteeMembers, ShowTheirRolesAndWhatThoseAllow) {
  const auto roles = get(member() + "/roles");

  EXPECT_EQ(roles.at("roles").at(0).at("name"), "agent");
  EXPECT_EQ(roles.at("permissions"), std::vector<std::string>{"agent:thing:do"});
  EXPECT_EQ(fault("GET", absent() + "/roles"), RefusalReason::entity_not_found);
}

TEST_P(TrusteeMembers, AreGivenOtherRoles) {
  const auto given = done("PUT", member() + "/roles", R"(["manager","manager"])");

  EXPECT_EQ(given.at("roles").size(), 1U);
  EXPECT_EQ(roles_of_member(), std::vector<std::string>{"manager"});
}

TEST_P(TrusteeMembers, KeepTheDivisionsOfRolesThatStay) {
  done("PUT", member() + "/roledivisions",
       R"({"grants":[{"roleId":"agent","divisionId":"sales-id"},{"roleId":"manager","divisionId":"*"}]})");

  done("PUT", member() + "/roles", R"(["agent"])");

  const auto& in_trust =
      GetParam().word == "user" ? trust()->users.at(UserName("bob")) : trust()->groups.at(GroupName("support"));
  EXPECT_EQ(in_trust.role_divisions.size(), 1U);
  EXPECT_TRUE(in_trust.role_divisions.at(RoleName("agent")).contains(DivisionId("sales-id")));
}

TEST_P(TrusteeMembers, AreNotGivenRolesThatTheOrgHasNot) {
  EXPECT_EQ(fault("PUT", member() + "/roles", R"(["boss"])"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("PUT", member() + "/roles", R"([1])"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("PUT", member() + "/roles", "{}"), RefusalReason::body_malformed);
  EXPECT_EQ(fault("PUT", member() + "/roles", "[]", "text/plain"), RefusalReason::media_type_unsupported);
  EXPECT_EQ(fault("PUT", absent() + "/roles", "[]"), RefusalReason::entity_not_found);
  EXPECT_EQ(roles_of_member(), std::vector<std::string>{"agent"});
}

TEST_P(TrusteeMembers, AreGivenRolesForDivisions) {
  const auto given =
      done("PUT", member() + "/roledivisions", R"({"grants":[{"roleId":"manager","divisionId":"sales-id"}]})");

  EXPECT_EQ(given.at("permissions"), std::vector<std::string>{"manager:thing:do"});
  EXPECT_EQ(roles_of_member(), std::vector<std::string>{"manager"});
}

TEST_P(TrusteeMembers, AreNotGivenRolesForDivisionsThatTheOrgHasNot) {
  const auto path = member() + "/roledivisions";

  EXPECT_EQ(fault("PUT", path, "{}"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("PUT", path, R"({"grants":1})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("PUT", path, R"({"grants":[{"roleId":"agent"}]})"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("PUT", path, R"({"grants":[{"divisionId":"*"}]})"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("PUT", path, R"({"grants":[{"roleId":5,"divisionId":"*"}]})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("PUT", path, R"({"grants":[{"roleId":"boss","divisionId":"*"}]})"),
            RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("PUT", path, R"({"grants":[{"roleId":"agent","divisionId":"none"}]})"),
            RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("PUT", path, "[]"), RefusalReason::body_malformed);
  EXPECT_EQ(fault("PUT", absent() + "/roledivisions", R"({"grants":[]})"), RefusalReason::entity_not_found);
}

TEST_P(TrusteeMembers, LoseTheirRolesButStayIn) {
  const auto outcome = ask("DELETE", member() + "/roles");

  EXPECT_EQ(std::get<ApiDone>(outcome).status, 204);
  EXPECT_TRUE(roles_of_member().empty());
  EXPECT_EQ(get(members()).at("total"), 1);
  EXPECT_EQ(fault("DELETE", absent() + "/roles"), RefusalReason::entity_not_found);
}

TEST_P(TrusteeMembers, AreOfATrust) {
  org().trusts.clear();

  EXPECT_EQ(fault("GET", members()), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("POST", members(), R"({"id":"x"})"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", member()), RefusalReason::entity_not_found);
}

INSTANTIATE_TEST_SUITE_P(
    Of, TrusteeMembers,
    testing::Values(Kind{"user", "users", "bob-id", "carol-id", RefusalReason::trustee_user_not_found},
                    Kind{"group", "groups", "support-id", "sales-group-id", RefusalReason::entity_not_found}),
    [](const auto& of) { return of.param.word; });

using TrusteeClones = TrustCalls;

TEST_F(TrusteeClones, AreListedAndDeleted) {
  trust_partner().cloned_users = {UserName("bob")};

  const auto list = get(trustee + "/clonedusers");
  const auto outcome = ask("DELETE", trustee + "/clonedusers/bob-id");

  EXPECT_EQ(list.at("total"), 1);
  EXPECT_EQ(list.at("entities").at(0).at("name"), "bob");
  EXPECT_EQ(list.at("entities").at(0).at("trustor").at("id"), primary_id);
  EXPECT_EQ(std::get<ApiDone>(outcome).status, 204);
  EXPECT_EQ(get(trustee + "/clonedusers").at("total"), 0);
  EXPECT_EQ(fault("DELETE", trustee + "/clonedusers/bob-id"), RefusalReason::entity_not_found);
}

TEST_F(TrusteeClones, AreOfATrust) {
  EXPECT_EQ(fault("GET", trustee + "/clonedusers"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("DELETE", trustee + "/clonedusers/bob-id"), RefusalReason::entity_not_found);
}

}  // namespace
}  // namespace gcmock
