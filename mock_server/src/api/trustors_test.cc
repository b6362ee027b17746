// A trustee sees who trusts it, and changes what it may change there.
#include <gmock/gmock.h>

#include "api/trust_calls_for_tests.h"

namespace gcmock {
namespace {

/// Bob of org partner calls, whom org primary trusts as an agent.
class Trustors : public TrustCalls {
 protected:
  Trustors() {
    trust_partner();
    call_as("partner", "bob");
  }
};

TEST_F(Trustors, AreListedByPages) {
  const auto list = get(base + "trustors?pageSize=5");

  EXPECT_EQ(list.at("total"), 1);
  EXPECT_EQ(list.at("entities").at(0).at("id"), primary_id);
  EXPECT_EQ(fault("GET", base + "trustors?pageSize=many"), RefusalReason::query_value_invalid);
}

TEST_F(Trustors, ShowWhatTheyLetTheCallerDo) {
  const auto shown = get(trustor);

  EXPECT_EQ(shown.at("enabled"), true);
  EXPECT_EQ(shown.at("organization").at("name"), "Primary Org");
  EXPECT_EQ(shown.at("authorization").at("permissions"), std::vector<std::string>{"agent:thing:do"});
  EXPECT_EQ(shown.at("selfUri"), trustor);
}

TEST_F(Trustors, LetNobodyDoAnythingOnceTheTrustIsDisabled) {
  org().trusts.at(OrgName("partner")).use = Trust::Use::disabled;

  const auto shown = get(trustor);

  EXPECT_EQ(shown.at("enabled"), false);
  EXPECT_TRUE(shown.at("authorization").at("permissions").empty());
}

TEST_F(Trustors, AreTheCallersOwnOnly) {
  EXPECT_EQ(fault("GET", base + "trustors/" + partner_id), RefusalReason::entity_not_found);
  call_as("primary", "alice");
  EXPECT_EQ(fault("GET", trustor), RefusalReason::entity_not_found);
  EXPECT_EQ(get(base + "trustors").at("total"), 0);
}

TEST_F(Trustors, AreLeftByTheTrustee) {
  const auto outcome = ask("DELETE", trustor);

  EXPECT_EQ(std::get<ApiDone>(outcome).status, 204);
  EXPECT_EQ(trust(), nullptr);
  EXPECT_EQ(fault("DELETE", trustor), RefusalReason::entity_not_found);
}

/// The nine operations that need the trustor's permission too, and one that would do.
struct Permitted {
  std::string method;
  std::string path;
  std::string permission;
};

class PermittedByTrustor : public Trustors, public testing::WithParamInterface<Permitted> {
 protected:
  PermittedByTrustor() {
    auto& trust = org().trusts.at(OrgName("partner"));
    trust.groups[GroupName("support")] = {};
    trust.cloned_users = {UserName("bob")};
  }
  std::string path() const { return trustor + "/" + GetParam().path; }
};

TEST_P(PermittedByTrustor, IsDoneWithThePermission) {
  let_bob(GetParam().permission);

  EXPECT_TRUE(std::holds_alternative<ApiDone>(ask(GetParam().method, path())));
}

TEST_P(PermittedByTrustor, IsRefusedWithoutIt) {
  const auto outcome = ask(GetParam().method, path());

  const auto& fault = std::get<ApiFault>(outcome);
  EXPECT_EQ(fault.reason, RefusalReason::trustor_permissions_missing);
  EXPECT_EQ(fault.check, Check::trust_allows_operation);
  EXPECT_THAT(fault.expected, testing::HasSubstr(GetParam().permission));
  EXPECT_EQ(fault.found, "[agent:thing:do]");
}

TEST_P(PermittedByTrustor, IsRefusedWhereTheTrustIsDisabledExpiredOrWithoutTheCaller) {
  let_bob(GetParam().permission);
  auto& trust = org().trusts.at(OrgName("partner"));
  const auto whole = trust;

  trust.use = Trust::Use::disabled;
  EXPECT_EQ(fault(GetParam().method, path()), RefusalReason::trustor_permissions_missing);
  trust = whole;
  trust.expires_at = now_;
  EXPECT_EQ(fault(GetParam().method, path()), RefusalReason::trustor_permissions_missing);
  trust = whole;
  trust.users.erase(UserName("bob"));
  EXPECT_EQ(fault(GetParam().method, path()), RefusalReason::trustor_permissions_missing);
}

TEST_P(PermittedByTrustor, IsRefusedForAClientThatAsksForItself) {
  let_bob(GetParam().permission);
  caller_.user.reset();

  EXPECT_EQ(fault(GetParam().method, path()), RefusalReason::trustor_permissions_missing);
}

TEST_P(PermittedByTrustor, IsOfATrust) {
  org().trusts.clear();

  EXPECT_EQ(fault(GetParam().method, path()), RefusalReason::entity_not_found);
}

INSTANTIATE_TEST_SUITE_P(
    Operation, PermittedByTrustor,
    testing::Values(Permitted{"GET", "clonedusers", "authorization:orgTrusteeUser:view"},
                    Permitted{"PUT", "clonedusers/bob-id", "authorization:orgTrusteeUser:add"},
                    Permitted{"DELETE", "clonedusers/bob-id", "authorization:orgTrusteeUser:delete"},
                    Permitted{"GET", "groups", "authorization:orgTrusteeGroup:view"},
                    Permitted{"PUT", "groups/support-id", "authorization:orgTrusteeGroup:add"},
                    Permitted{"DELETE", "groups/support-id", "authorization:orgTrusteeGroup:delete"},
                    Permitted{"GET", "users", "authorization:orgTrusteeUser:view"},
                    Permitted{"PUT", "users/carol-id", "authorization:orgTrusteeUser:add"},
                    Permitted{"DELETE", "users/bob-id", "authorization:orgTrusteeUser:delete"}),
    [](const auto& of) { return of.param.method + "_" + of.param.path.substr(0, of.param.path.find('/')); });

TEST_F(Trustors, ShowTheirUsersAndGroups) {
  org().trusts.at(OrgName("partner")).groups[GroupName("support")] = {};
  let_bob("authorization:orgTrusteeUser:view");
  let_bob("authorization:orgTrusteeGroup:view");

  EXPECT_EQ(get(trustor + "/users").at("entities").at(0).at("name"), "bob");
  EXPECT_EQ(get(trustor + "/groups").at("entities").at(0).at("name"), "Support");
  EXPECT_EQ(get(trustor + "/users/bob-id").at("id"), "bob-id");
  EXPECT_EQ(get(trustor + "/groups/support-id").at("id"), "support-id");
  EXPECT_EQ(fault("GET", trustor + "/users?pageSize=-1"), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("GET", trustor + "/users/carol-id"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", trustor + "/groups/nothing"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", base + "trustors/none/users/bob-id"), RefusalReason::entity_not_found);
}

TEST_F(Trustors, TakeUsersAndGroupsOfTheTrusteeWithoutRoles) {
  let_bob("authorization:orgTrusteeUser:add");
  let_bob("authorization:orgTrusteeGroup:add");

  const auto carol = done("PUT", trustor + "/users/carol-id");
  const auto support = done("PUT", trustor + "/groups/support-id");

  EXPECT_EQ(carol.at("trustUserDetails").at("createdBy").at("id"), "bob-id");
  EXPECT_EQ(support.at("id"), "support-id");
  EXPECT_TRUE(trust()->users.at(UserName("carol")).roles.empty());
  EXPECT_TRUE(trust()->groups.contains(GroupName("support")));
  EXPECT_EQ(fault("PUT", trustor + "/users/9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("PUT", trustor + "/groups/nothing"), RefusalReason::entity_not_found);
}

TEST_F(Trustors, LeaveAMemberAsItIsThatIsAddedAgain) {
  let_bob("authorization:orgTrusteeUser:add");

  const auto outcome = ask("PUT", trustor + "/users/bob-id");

  EXPECT_TRUE(std::get<ApiDone>(outcome).changes.empty());
  EXPECT_EQ(trust()->users.at(UserName("bob")).roles, std::vector{RoleName("agent")});
}

TEST_F(Trustors, LoseMembersThatTheTrusteeTakesOut) {
  let_bob("authorization:orgTrusteeUser:delete");
  let_bob("authorization:orgTrusteeGroup:delete");

  const auto outcome = ask("DELETE", trustor + "/users/bob-id");

  EXPECT_EQ(std::get<ApiDone>(outcome).status, 204);
  EXPECT_TRUE(trust()->users.empty());
}

TEST_F(Trustors, HaveNoMembersToTakeOutThatAreNotThere) {
  let_bob("authorization:orgTrusteeUser:delete");
  let_bob("authorization:orgTrusteeGroup:delete");

  EXPECT_EQ(fault("DELETE", trustor + "/users/carol-id"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("DELETE", trustor + "/groups/support-id"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("DELETE", trustor + "/clonedusers/bob-id"), RefusalReason::entity_not_found);
}

TEST_F(Trustors, HaveClonesOfTrustedUsers) {
  let_bob("authorization:orgTrusteeUser:add");
  let_bob("authorization:orgTrusteeUser:view");
  let_bob("authorization:orgTrusteeUser:delete");
  const auto path = trustor + "/clonedusers/bob-id";

  const auto made = done("PUT", path);
  const auto again = ask("PUT", path);

  EXPECT_EQ(made.at("trustor").at("id"), primary_id);
  EXPECT_EQ(made.at("selfUri"), path);
  EXPECT_TRUE(std::get<ApiDone>(again).changes.empty());
  EXPECT_EQ(get(path).at("id"), "bob-id");
  EXPECT_EQ(get(trustor + "/clonedusers").at("total"), 1);
  EXPECT_EQ(fault("PUT", trustor + "/clonedusers/carol-id"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("PUT", trustor + "/clonedusers/nobody"), RefusalReason::entity_not_found);
  EXPECT_EQ(std::get<ApiDone>(ask("DELETE", path)).status, 204);
  EXPECT_EQ(fault("GET", path), RefusalReason::entity_not_found);
}

TEST_F(Trustors, HaveFiveClonesAtMost) {
  let_bob("authorization:orgTrusteeUser:add");
  auto& trust = org().trusts.at(OrgName("partner"));
  for (const auto* name : {"one", "two", "three", "four", "five"}) trust.cloned_users.insert(UserName(name));

  const auto outcome = ask("PUT", trustor + "/clonedusers/bob-id");

  EXPECT_EQ(std::get<ApiFault>(outcome).reason, RefusalReason::request_conflict);
  EXPECT_EQ(std::get<ApiFault>(outcome).check, Check::limit_allows_operation);
}

}  // namespace
}  // namespace gcmock
