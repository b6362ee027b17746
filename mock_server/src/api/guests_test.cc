// A user who acts here by trust is himself, with the roles of the trust.
#include <gmock/gmock.h>

#include "api/trust_calls_for_tests.h"

namespace gcmock {
namespace {

/// Bob of org partner acts in org primary, which has a bob of its own: an administrator.
class Guests : public TrustCalls {
 protected:
  Guests() {
    User other = org().users.at(UserName("alice"));
    other.name = UserName("bob");
    other.id = UserId("other-bob-id");
    org().users[other.name] = other;
    trust_partner();
    caller_.user = UserName("bob");
    caller_.home = OrgName("partner");
  }
};

TEST_F(Guests, AreWhoTheyAreAtHome) {
  const auto me = get("/api/v2/users/me?expand=authorization");

  EXPECT_EQ(me.at("id"), "bob-id");
  EXPECT_EQ(me.at("authorization").at("roles").size(), 1U);
  EXPECT_EQ(me.at("authorization").at("roles").at(0).at("id"), "agent");
}

TEST_F(Guests, HaveTheGrantsOfTheTrustInItsDivisions) {
  auto& trust = org().trusts.at(OrgName("partner"));
  trust.users.at(UserName("bob")).role_divisions[RoleName("agent")] = {DivisionId("sales-id")};

  const auto me = get("/api/v2/authorization/subjects/me");

  ASSERT_EQ(me.at("grants").size(), 1U);
  EXPECT_EQ(me.at("grants").at(0).at("role").at("id"), "agent");
  EXPECT_EQ(me.at("grants").at(0).at("division").at("id"), "sales-id");
}

TEST_F(Guests, GiveNoClientARoleThatTheTrustDoesNotGiveThem) {
  const auto body = [](const std::string& role) {
    return R"({"name":"n","authorizedGrantType":"CLIENT-CREDENTIALS","roleIds":[")" + role + R"("]})";
  };

  EXPECT_EQ(fault("POST", "/api/v2/oauth/clients", body("admin")), RefusalReason::client_roles_exceed_caller);
  EXPECT_EQ(done("POST", "/api/v2/oauth/clients", body("agent")).at("roleIds").at(0), "agent");
}

}  // namespace
}  // namespace gcmock
