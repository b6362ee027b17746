// Who may refresh, and what each refusal is called.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;

TEST(RefreshGrant, IsGrantedWhereEverythingIsRight) {
  const World world = two_orgs();

  const Ruling ruling = decide_first(world, refresh_in(secondary));

  const auto* const granted = std::get_if<Granted>(&ruling.outcome);
  ASSERT_NE(granted, nullptr) << ruling.trail.back();
  EXPECT_EQ(granted->org, secondary);
  EXPECT_EQ(granted->client, app);
  EXPECT_EQ(granted->user, alice);
  EXPECT_EQ(granted->scopes, (std::vector{users_readonly, oauth_readonly}));
  EXPECT_EQ(granted->access_token_lifetime, 86400s);
  EXPECT_EQ(granted->refresh, RefreshIssue::fresh);
  EXPECT_EQ(granted->spends_refresh_token, refresh_token_of(secondary));
}

TEST(RefreshGrant, IsRefusedToARequestThatNamesNoClient) {
  RefreshRequest request = refresh_in(primary);
  request.client.id = ClientId();

  EXPECT_EQ(refusal(decide_first(two_orgs(), request)), RefusalReason::client_authentication_missing);
}

TEST(RefreshGrant, IsRefusedToAClientThatNoOrgKnows) {
  RefreshRequest request = refresh_in(primary);
  request.client.id = ClientId("stranger");

  EXPECT_EQ(refusal(decide_first(two_orgs(), request)), RefusalReason::client_unknown);
}

TEST(RefreshGrant, IsRefusedForATokenThatWasNeverIssued) {
  RefreshRequest request = refresh_in(primary);
  request.refresh_token = "made up";

  EXPECT_EQ(refusal(decide_first(two_orgs(), request)), RefusalReason::refresh_token_unknown);
}

TEST(RefreshGrant, AuthenticatesTheClientBeforeItSaysThatATokenIsUnknown) {
  RefreshRequest wrong = refresh_in(primary);
  wrong.refresh_token = "made up";
  wrong.client.secret = "guessed";
  RefreshRequest missing = wrong;
  missing.client.secret.reset();

  EXPECT_EQ(refusal(decide_first(two_orgs(), wrong)), RefusalReason::client_secret_wrong);
  EXPECT_EQ(refusal(decide_first(two_orgs(), missing)), RefusalReason::client_secret_missing);
}

TEST(RefreshGrant, IsRefusedInAnOrgThatIsNotActive) {
  World world = two_orgs();
  org_in(world, primary).status = OrgStatus::inactive;
  org_in(world, secondary).status = OrgStatus::deleted;

  EXPECT_EQ(refusal(decide_first(world, refresh_in(primary))), RefusalReason::org_not_active);
  EXPECT_EQ(refusal(decide_first(world, refresh_in(secondary))), RefusalReason::org_not_active);
}

TEST(RefreshGrant, IsRefusedToAnInactiveAndToADisabledClient) {
  World world = two_orgs();
  app_in(world, primary).state = ClientState::inactive;
  app_in(world, secondary).state = ClientState::disabled;

  EXPECT_EQ(refusal(decide_first(world, refresh_in(primary))), RefusalReason::client_inactive);
  EXPECT_EQ(refusal(decide_first(world, refresh_in(secondary))), RefusalReason::client_disabled);
}

TEST(RefreshGrant, IsRefusedForAWrongSecret) {
  RefreshRequest request = refresh_in(primary);
  request.client.secret = "guessed";

  EXPECT_EQ(refusal(decide_first(two_orgs(), request)), RefusalReason::client_secret_wrong);
}

TEST(RefreshGrant, IsRefusedWhereTheSecretIsMissingOrEmpty) {
  RefreshRequest missing = refresh_in(primary);
  missing.client.secret.reset();
  RefreshRequest empty = refresh_in(primary);
  empty.client.secret = "";

  EXPECT_EQ(refusal(decide_first(two_orgs(), missing)), RefusalReason::client_secret_missing);
  EXPECT_EQ(refusal(decide_first(two_orgs(), empty)), RefusalReason::client_secret_missing);
}

TEST(RefreshGrant, AsksNoSecretOfAPublicClient) {
  World world = two_orgs();
  app_in(world, primary).secret.clear();
  RefreshRequest without = refresh_in(primary);
  without.client.secret.reset();

  EXPECT_EQ(refusal(decide_first(world, without)), std::nullopt);
  EXPECT_EQ(refusal(decide_first(world, refresh_in(primary))), RefusalReason::client_secret_wrong);
}

TEST(RefreshGrant, IsRefusedForTheTokenOfAnotherClientOfTheOrg) {
  World world = two_orgs();
  const ClientId other("other");
  org_in(world, primary).clients[other] = client_for_everything(other, primary);
  RefreshRequest request = refresh_in(primary);
  request.client = {.id = other, .secret = secret_of(other, primary), .method = ClientAuthMethod::basic};

  EXPECT_EQ(refusal(decide_first(world, request)), RefusalReason::refresh_token_of_another_client);
}

TEST(RefreshGrant, IsRefusedToAClientThatMayNotUseIt) {
  World world = two_orgs();
  app_in(world, primary).authorized_grant_types = {GrantType::authorization_code};

  EXPECT_EQ(refusal(decide_first(world, refresh_in(primary))), RefusalReason::grant_type_not_authorized);
}

TEST(RefreshGrant, IsRefusedForARevokedToken) {
  World world = two_orgs();
  org_in(world, primary).refresh_tokens[0].life = InitialLife::revoked;

  EXPECT_EQ(refusal(decide_first(world, refresh_in(primary))), RefusalReason::refresh_token_revoked);
}

TEST(RefreshGrant, IsRefusedForASpentToken) {
  World world = two_orgs();
  org_in(world, primary).refresh_tokens[0].life = InitialLife::spent;
  world.refresh.grace_window = 30s;

  EXPECT_EQ(refusal(decide_first(world, refresh_in(primary))), RefusalReason::refresh_token_spent);
}

TEST(RefreshGrant, IsRefusedFromTheVeryMomentTheTokenExpires) {
  World world = two_orgs();
  org_in(world, primary).refresh_tokens[0].expires_in = 60s;
  const Ledger ledger(world);

  EXPECT_EQ(refusal(decide(world, ledger, refresh_in(primary), world.starts_at + 59999ms)), std::nullopt);
  EXPECT_EQ(refusal(decide(world, ledger, refresh_in(primary), world.starts_at + 60s)),
            RefusalReason::refresh_token_expired);
}

TEST(RefreshGrant, IsRefusedForAUserWhoIsInactiveOrGone) {
  World world = two_orgs();
  org_in(world, primary).users.at(alice).status = UserStatus::inactive;
  org_in(world, secondary).users.clear();

  EXPECT_EQ(refusal(decide_first(world, refresh_in(primary))), RefusalReason::user_not_active);
  EXPECT_EQ(refusal(decide_first(world, refresh_in(secondary))), RefusalReason::user_not_active);
}

TEST(RefreshGrant, NarrowsTheScopeAtTheClientsWishButNeverWidensIt) {
  RefreshRequest narrower = refresh_in(primary);
  narrower.scope = {users_readonly};
  RefreshRequest wider = refresh_in(primary);
  wider.scope = {users_readonly, Scope("users")};

  const Ruling granted = decide_first(two_orgs(), narrower);

  EXPECT_EQ(std::get<Granted>(granted.outcome).scopes, std::vector{users_readonly});
  EXPECT_EQ(refusal(decide_first(two_orgs(), wider)), RefusalReason::scope_exceeds_grant);
}

TEST(RefreshGrant, IsRefusedWhereTheOrgNoLongerGrantsAScopeAndScopesAreJudgedHere) {
  World world = two_orgs();
  app_in(world, secondary).scopes = {users_readonly};

  EXPECT_EQ(refusal(decide_first(world, refresh_in(secondary))), RefusalReason::scope_not_granted_in_org);
  world.scopes_judged_at = JudgedAt::api_request;
  EXPECT_EQ(refusal(decide_first(world, refresh_in(secondary))), std::nullopt);
}

TEST(RefreshGrant, IsRefusedWhereTheClientLacksARequiredRoleAndRolesAreJudgedHere) {
  World world = two_orgs();
  app_in(world, secondary).required_roles = {admin};
  app_in(world, secondary).roles.clear();

  EXPECT_EQ(refusal(decide_first(world, refresh_in(secondary))), RefusalReason::role_missing_in_org);
  world.roles_judged_at = JudgedAt::api_request;
  EXPECT_EQ(refusal(decide_first(world, refresh_in(secondary))), std::nullopt);
}

TEST(RefreshGrant, IsRefusedBeyondTheRateLimitUntilTheWindowIsOver) {
  World world = two_orgs();
  org_in(world, primary).token_requests = RateLimit{.requests = 2, .window = 60s};
  Ledger ledger(world);
  count_token_request(ledger, world, primary, world.starts_at);
  const Instant later = world.starts_at + 10500ms;

  const auto second = refusal(decide(world, ledger, refresh_in(primary), later));
  count_token_request(ledger, world, primary, later);
  const Ruling third = decide(world, ledger, refresh_in(primary), later);
  const auto after_the_window = refusal(decide(world, ledger, refresh_in(primary), world.starts_at + 60s));

  EXPECT_EQ(second, std::nullopt);
  EXPECT_EQ(refusal(third), RefusalReason::rate_limited);
  EXPECT_EQ(std::get<Refused>(third.outcome).retry_after, 50s);
  EXPECT_EQ(after_the_window, std::nullopt);
  EXPECT_EQ(refusal(decide(world, ledger, refresh_in(secondary), later)), std::nullopt);
}

TEST(RefreshGrant, AsksToWaitAtLeastASecond) {
  World world = two_orgs();
  org_in(world, primary).token_requests = RateLimit{.requests = 1, .window = 60s};
  Ledger ledger(world);
  count_token_request(ledger, world, primary, world.starts_at);

  org_in(world, secondary).token_requests = RateLimit{.requests = 0, .window = 0s};

  const Ruling at_the_end = decide(world, ledger, refresh_in(primary), world.starts_at + 59999ms);
  const Ruling of_no_window = decide(world, ledger, refresh_in(secondary), world.starts_at);

  EXPECT_EQ(std::get<Refused>(at_the_end.outcome).retry_after, 1s);
  EXPECT_EQ(std::get<Refused>(of_no_window.outcome).retry_after, 1s);
}

}  // namespace
}  // namespace gcmock
