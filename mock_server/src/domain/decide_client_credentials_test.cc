// Who may have a token of its own, and what each refusal is called.
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;

TEST(ClientCredentialsGrant, GivesAnAccessTokenWithoutUserAndRefreshToken) {
  const Ruling ruling = decide_first(two_orgs(), client_credentials_in(primary));

  ASSERT_EQ(refusal(ruling), std::nullopt) << ruling.trail.back();
  const Granted& granted = std::get<Granted>(ruling.outcome);
  EXPECT_EQ(granted.user, std::nullopt);
  EXPECT_EQ(granted.refresh, RefreshIssue::none);
  EXPECT_EQ(granted.scopes, (std::vector{users_readonly, oauth_readonly}));
}

TEST(ClientCredentialsGrant, NarrowsTheScopeAtTheClientsWishButNeverWidensIt) {
  ClientCredentialsRequest narrower = client_credentials_in(primary);
  narrower.scope = {users_readonly};
  ClientCredentialsRequest wider = client_credentials_in(primary);
  wider.scope = {Scope("users")};

  const Ruling granted = decide_first(two_orgs(), narrower);

  EXPECT_EQ(std::get<Granted>(granted.outcome).scopes, std::vector{users_readonly});
  EXPECT_EQ(refusal(decide_first(two_orgs(), wider)), RefusalReason::scope_exceeds_grant);
}

TEST(ClientCredentialsGrant, IsRefusedToARequestThatNamesNoClientOrOneThatNoOrgKnows) {
  ClientCredentialsRequest nameless = client_credentials_in(primary);
  nameless.client.id = ClientId();
  ClientCredentialsRequest stranger = client_credentials_in(primary);
  stranger.client.id = ClientId("stranger");

  EXPECT_EQ(refusal(decide_first(two_orgs(), nameless)), RefusalReason::client_authentication_missing);
  EXPECT_EQ(refusal(decide_first(two_orgs(), stranger)), RefusalReason::client_unknown);
}

TEST(ClientCredentialsGrant, IsRefusedForAWrongOrAMissingSecret) {
  ClientCredentialsRequest wrong = client_credentials_in(primary);
  wrong.client.secret = "guessed";
  ClientCredentialsRequest missing = client_credentials_in(primary);
  missing.client.secret.reset();

  EXPECT_EQ(refusal(decide_first(two_orgs(), wrong)), RefusalReason::client_secret_wrong);
  EXPECT_EQ(refusal(decide_first(two_orgs(), missing)), RefusalReason::client_secret_missing);
}

TEST(ClientCredentialsGrant, IsRefusedWhereOrgOrClientIsNotActive) {
  World inactive_org = two_orgs();
  org_in(inactive_org, primary).status = OrgStatus::inactive;
  World inactive = two_orgs();
  app_in(inactive, primary).state = ClientState::inactive;
  World disabled = two_orgs();
  app_in(disabled, primary).state = ClientState::disabled;

  const ClientCredentialsRequest request = client_credentials_in(primary);

  EXPECT_EQ(refusal(decide_first(inactive_org, request)), RefusalReason::org_not_active);
  EXPECT_EQ(refusal(decide_first(inactive, request)), RefusalReason::client_inactive);
  EXPECT_EQ(refusal(decide_first(disabled, request)), RefusalReason::client_disabled);
}

TEST(ClientCredentialsGrant, IsRefusedToAClientThatMayNotUseItLacksARoleOrAsksTooOften) {
  World other_grants = two_orgs();
  app_in(other_grants, primary).authorized_grant_types = {GrantType::authorization_code};
  World no_role = two_orgs();
  app_in(no_role, primary).required_roles = {RoleName("missing")};
  World limited = two_orgs();
  org_in(limited, primary).token_requests = RateLimit{.requests = 0, .window = 60s};

  const ClientCredentialsRequest request = client_credentials_in(primary);

  EXPECT_EQ(refusal(decide_first(other_grants, request)), RefusalReason::grant_type_not_authorized);
  EXPECT_EQ(refusal(decide_first(no_role, request)), RefusalReason::role_missing_in_org);
  EXPECT_EQ(refusal(decide_first(limited, request)), RefusalReason::rate_limited);
}

TEST(ClientCredentialsGrant, OfAVendorClientBelongsToTheVendorsOrg) {
  const Ruling ruling = decide_first(vendor_and_customer(), client_credentials_in(vendor));

  ASSERT_EQ(refusal(ruling), std::nullopt) << ruling.trail.back();
  EXPECT_EQ(std::get<Granted>(ruling.outcome).org, vendor);
}

}  // namespace
}  // namespace gcmock
