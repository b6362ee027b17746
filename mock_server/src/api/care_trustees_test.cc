// Trusts with Customer Care, where the world has it.
#include <gmock/gmock.h>

#include "api/trust_calls_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

/// Org partner is Customer Care.
class CareTrustees : public TrustCalls {
 protected:
  CareTrustees() { org("partner").kind = OrgKind::customer_care; }
  const std::string care = base + "trustees/care";
  const std::string usual = base + "trustees/default";
};

TEST_F(CareTrustees, AreListedByTheirIds) {
  const auto list = get(care);

  ASSERT_EQ(list.at("entities").size(), 1U);
  EXPECT_EQ(list.at("entities").at(0).at("id"), partner_id);
  EXPECT_EQ(list.at("entities").at(0).at("selfUri"), trustee);
}

TEST_F(CareTrustees, AreTrustedWithTheirGroupsAndTheRolesAskedFor) {
  const auto made = done("POST", care + "?assignDefaultRole=true&autoExpire=true");

  EXPECT_EQ(made.at("total"), 1);
  EXPECT_EQ(made.at("entities").at(0).at("usesDefaultRole"), true);
  EXPECT_EQ(made.at("entities").at(0).at("hasFullAccess"), false);
  EXPECT_EQ(made.at("entities").at(0).at("dateExpired"), "2026-01-31T00:00:00.000Z");
  ASSERT_NE(trust(), nullptr);
  EXPECT_TRUE(trust()->users.empty());
  EXPECT_EQ(trust()->groups.at(GroupName("support")).roles, std::vector{RoleName("admin")});
}

TEST_F(CareTrustees, AreTrustedWithTheirUsersWhereTheyHaveNoGroups) {
  org("partner").groups.clear();
  org().roles[RoleName("full_access")] = {};

  const auto made = done("POST", care + "?assignFullAccess=true&allowTrustedUserAccess=true&autoExpire=false");

  EXPECT_EQ(made.at("entities").at(0).at("hasFullAccess"), true);
  EXPECT_EQ(made.at("entities").at(0).at("isTrustedUser"), true);
  EXPECT_FALSE(made.at("entities").at(0).contains("dateExpired"));
  EXPECT_EQ(trust()->users.size(), 2U);
  EXPECT_EQ(trust()->users.at(UserName("bob")).roles, std::vector{RoleName("full_access")});
}

TEST_F(CareTrustees, HaveTheFirstOfThemForADefault) {
  EXPECT_EQ(fault("GET", usual), RefusalReason::entity_not_found);

  const auto made = done("POST", usual + "?assignDefaultRole=true");

  EXPECT_EQ(made.at("id"), partner_id);
  EXPECT_EQ(get(usual), made);
}

class CareTrusteesPost : public CareTrustees, public testing::WithParamInterface<std::string> {
 protected:
  const std::string path = base + GetParam();
};

TEST_P(CareTrusteesPost, IsRefusedWhereAWishIsNeitherTrueNorFalse) {
  EXPECT_EQ(fault("POST", path + "?assignDefaultRole=maybe"), RefusalReason::trust_fields_invalid);
  EXPECT_EQ(fault("POST", path + "?autoExpire=1"), RefusalReason::trust_fields_invalid);
  EXPECT_EQ(trust(), nullptr);
}

TEST_P(CareTrusteesPost, IsRefusedForCustomerCareItself) {
  call_as("partner", "bob");

  EXPECT_EQ(fault("POST", path), RefusalReason::trust_with_self);
}

TEST_P(CareTrusteesPost, IsRefusedWhereCustomerCareHasNobody) {
  org("partner").groups.clear();
  org("partner").users.clear();

  EXPECT_EQ(fault("POST", path), RefusalReason::trustee_user_or_group_required);
}

TEST_P(CareTrusteesPost, IsRefusedTheSecondTime) {
  done("POST", path);

  EXPECT_EQ(fault("POST", path), RefusalReason::request_conflict);
}

TEST_P(CareTrusteesPost, IsRefusedInAWorldWithoutCustomerCare) {
  org("partner").kind = OrgKind::customer;

  EXPECT_EQ(fault("POST", path), RefusalReason::entity_not_found);
  EXPECT_TRUE(get(care).at("entities").empty());
}

INSTANTIATE_TEST_SUITE_P(To, CareTrusteesPost, testing::Values("trustees/care", "trustees/default"),
                         [](const auto& to) { return to.param.substr(9); });

}  // namespace
}  // namespace gcmock
