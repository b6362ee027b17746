// The SAML2 bearer grant: whose assertion, in which org, and how often.
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace tests;

World orgs_with_assertions() {
  World world = two_orgs();
  for (const auto& name : {primary, secondary}) {
    app_in(world, name).authorized_grant_types = {GrantType::saml2_bearer};
    InitialToken assertion = token_for(ClientId{}, "assertion of " + name.value);
    org_in(world, name).saml_assertions = {assertion};
  }
  return world;
}

Saml2BearerRequest assert_in(const OrgName& org) {
  return {.client = app_of(org), .org_name = org.value, .assertion = "assertion of " + org.value, .scope = {}};
}

TEST(Saml2BearerGrant, GivesItsUserATokenOfTheOrgWithoutARefreshToken) {
  const World world = orgs_with_assertions();

  const Ruling ruling = decide_first(world, assert_in(secondary));

  const Granted& granted = std::get<Granted>(ruling.outcome);
  EXPECT_EQ(granted.org, secondary);
  EXPECT_EQ(granted.user, alice);
  EXPECT_EQ(granted.refresh, RefreshIssue::none);
  EXPECT_EQ(ruling.subject.token, "secondary/assertion-main");
}

TEST(Saml2BearerGrant, TakesAnAssertionOnce) {
  const World world = orgs_with_assertions();
  Ledger ledger(world);
  settle_granted(ledger, decide(world, ledger, assert_in(secondary), world.starts_at), world.starts_at);

  const Ruling again = decide(world, ledger, assert_in(secondary), world.starts_at);

  EXPECT_EQ(refusal(again), RefusalReason::saml_assertion_used);
}

TEST(Saml2BearerGrant, RefusesWhatNoIdentityProviderOfThatOrgGave) {
  Saml2BearerRequest made_up = assert_in(primary);
  made_up.assertion = "made up";
  Saml2BearerRequest of_another_org = assert_in(primary);
  of_another_org.assertion = "assertion of secondary";
  Saml2BearerRequest nowhere = assert_in(primary);
  nowhere.org_name = "nowhere";

  EXPECT_EQ(refusal(decide_first(orgs_with_assertions(), made_up)), RefusalReason::saml_assertion_unknown);
  EXPECT_EQ(refusal(decide_first(orgs_with_assertions(), of_another_org)),
            RefusalReason::saml_assertion_of_another_org);
  EXPECT_EQ(refusal(decide_first(orgs_with_assertions(), nowhere)), RefusalReason::login_org_unknown);
}

TEST(Saml2BearerGrant, RefusesAnExpiredAssertionAndOneOfAnInactiveUser) {
  World expired = orgs_with_assertions();
  org_in(expired, primary).saml_assertions[0].expires_in = std::chrono::seconds{-1};
  World inactive = orgs_with_assertions();
  org_in(inactive, primary).users.at(alice).status = UserStatus::inactive;

  EXPECT_EQ(refusal(decide_first(expired, assert_in(primary))), RefusalReason::saml_assertion_expired);
  EXPECT_EQ(refusal(decide_first(inactive, assert_in(primary))), RefusalReason::user_not_active);
}

TEST(Saml2BearerGrant, IsForClientsThatAreAuthorizedForIt) {
  World world = orgs_with_assertions();
  app_in(world, primary).authorized_grant_types = {GrantType::authorization_code};

  EXPECT_EQ(refusal(decide_first(world, assert_in(primary))), RefusalReason::grant_type_not_authorized);
}

}  // namespace
}  // namespace gcmock
