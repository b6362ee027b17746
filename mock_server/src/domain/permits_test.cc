// Which permission covers which.
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock::tests {
namespace {

bool permits(const char* held, const char* needed) {
  return gcmock::permits(Permission(held), Permission(needed));
}

TEST(Permissions, CoverThemselves) {
  EXPECT_TRUE(permits("oauth:client:view", "oauth:client:view"));
  EXPECT_FALSE(permits("oauth:client:view", "oauth:client:edit"));
  EXPECT_FALSE(permits("oauth:client:view", "oauth:token:view"));
}

TEST(Permissions, WithAStarCoverEveryActionAndEveryEntityOfTheirDomain) {
  EXPECT_TRUE(permits("oauth:client:*", "oauth:client:edit"));
  EXPECT_TRUE(permits("oauth:*:*", "oauth:token:delete"));
  EXPECT_TRUE(permits("oauth:*:view", "oauth:client:view"));
  EXPECT_FALSE(permits("oauth:*:view", "oauth:client:edit"));
  EXPECT_FALSE(permits("oauth:client:*", "oauth:token:delete"));
  EXPECT_FALSE(permits("oauth:*:*", "usage:client:view"));
}

TEST(Permissions, OfAnotherFormCoverOnlyThemselves) {
  EXPECT_TRUE(permits("group_administration", "group_administration"));
  EXPECT_FALSE(permits("*", "oauth:client:view"));
  EXPECT_FALSE(permits("oauth:*", "oauth:client:view"));
  EXPECT_FALSE(permits("oauth:client:view", "oauth:*:*"));
}

TEST(ApiRequest, IsAllowedByAPermissionForEveryAction) {
  World world = vendor_and_customer();
  org_in(world, customer).roles.at(admin).permissions = {Permission("oauth:client:*")};
  ApiRequest edit = list_clients_in(customer);
  edit.operation.permissions_any.clear();
  edit.operation.permissions_all = {Permission("oauth:client:edit"), Permission("oauth:client:view")};

  EXPECT_EQ(refusal(decide_first(world, list_clients_in(customer))), std::nullopt);
  EXPECT_EQ(refusal(decide_first(world, edit)), std::nullopt);
  edit.operation.permissions_all.emplace_back("usage:client:view");
  EXPECT_EQ(refusal(decide_first(world, edit)), RefusalReason::api_permissions_missing);
}

}  // namespace
}  // namespace gcmock::tests
