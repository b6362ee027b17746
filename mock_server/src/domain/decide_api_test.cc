// What an access token may do, and what each refusal is called.
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;

/// Scopes and roles are judged here, as Genesys Cloud does.
World judged_at_the_api() {
  World world = two_orgs();
  world.scopes_judged_at = JudgedAt::api_request;
  world.roles_judged_at = JudgedAt::api_request;
  return world;
}

TEST(ApiRequest, IsAllowedWhereEverythingIsRight) {
  const ApiRuling ruling = decide_first(judged_at_the_api(), list_clients_in(primary));

  ASSERT_EQ(refusal(ruling), std::nullopt) << ruling.trail.back();
  const Allowed& allowed = std::get<Allowed>(ruling.outcome);
  EXPECT_EQ(allowed.org, primary);
  EXPECT_EQ(allowed.client, app);
  EXPECT_EQ(allowed.user, alice);
  EXPECT_EQ(ruling.subject.token, "primary/access-main");
}

TEST(ApiRequest, IsRefusedWithoutABearerAndWithAnUnknownOne) {
  ApiRequest missing = list_clients_in(primary);
  missing.bearer.reset();
  ApiRequest unknown = list_clients_in(primary);
  unknown.bearer = "made up";

  EXPECT_EQ(refusal(decide_first(two_orgs(), missing)), RefusalReason::bearer_missing);
  EXPECT_EQ(refusal(decide_first(two_orgs(), unknown)), RefusalReason::bearer_unknown);
}

TEST(ApiRequest, IsRefusedWithARevokedTokenAndFromTheVeryMomentItExpires) {
  World world = two_orgs();
  org_in(world, primary).access_tokens[0].life = InitialLife::revoked;
  org_in(world, secondary).access_tokens[0].expires_in = 60s;
  const Ledger ledger(world);

  EXPECT_EQ(refusal(decide_first(world, list_clients_in(primary))), RefusalReason::bearer_revoked);
  EXPECT_EQ(refusal(decide(world, ledger, list_clients_in(secondary), world.starts_at + 59999ms)), std::nullopt);
  EXPECT_EQ(refusal(decide(world, ledger, list_clients_in(secondary), world.starts_at + 60s)),
            RefusalReason::bearer_expired);
}

TEST(ApiRequest, IsRefusedWithATokenThatTheClientGaveBack) {
  const World world = two_orgs();
  Ledger ledger(world);

  revoke_access_token(ledger, access_token_of(primary));

  EXPECT_EQ(refusal(decide(world, ledger, list_clients_in(primary), world.starts_at)), RefusalReason::bearer_revoked);
  EXPECT_EQ(refusal(decide(world, ledger, list_clients_in(secondary), world.starts_at)), std::nullopt);
}

TEST(ApiRequest, IsRefusedInAnOrgThatIsNotActive) {
  World world = two_orgs();
  org_in(world, primary).status = OrgStatus::inactive;

  EXPECT_EQ(refusal(decide_first(world, list_clients_in(primary))), RefusalReason::org_not_active);
}

TEST(ApiRequest, DiesWithADisabledOrDeletedClientButNotWithAnInactiveOne) {
  World disabled = two_orgs();
  app_in(disabled, primary).state = ClientState::disabled;
  World deleted = two_orgs();
  org_in(deleted, primary).clients.clear();
  World inactive = two_orgs();
  app_in(inactive, primary).state = ClientState::inactive;

  const ApiRuling of_disabled = decide_first(disabled, list_clients_in(primary));

  EXPECT_EQ(refusal(of_disabled), RefusalReason::bearer_revoked);
  EXPECT_EQ(of_disabled.trail.back().check, Check::client_is_active);
  EXPECT_EQ(refusal(decide_first(deleted, list_clients_in(primary))), RefusalReason::bearer_revoked);
  EXPECT_EQ(refusal(decide_first(inactive, list_clients_in(primary))), std::nullopt);
}

TEST(ApiRequest, DiesWithTheAuthorizationOfAVendorClient) {
  World world = vendor_and_customer();
  const auto before = refusal(decide_first(world, list_clients_in(customer)));
  org_in(world, customer).authorizations.at(app).state = AuthorizationState::revoked;

  const ApiRuling after = decide_first(world, list_clients_in(customer));

  EXPECT_EQ(before, std::nullopt);
  EXPECT_EQ(refusal(after), RefusalReason::bearer_revoked);
  EXPECT_EQ(after.trail.back().check, Check::client_is_authorized_in_org);
}

TEST(ApiRequest, IsRefusedForAnInactiveUser) {
  World world = two_orgs();
  org_in(world, primary).users.at(alice).status = UserStatus::inactive;

  EXPECT_EQ(refusal(decide_first(world, list_clients_in(primary))), RefusalReason::user_not_active);
}

TEST(ApiRequest, IsRefusedBeyondTheRateLimitOfApiRequests) {
  World world = two_orgs();
  org_in(world, primary).api_requests = RateLimit{.requests = 1, .window = 60s};
  Ledger ledger(world);

  const auto first = refusal(decide(world, ledger, list_clients_in(primary), world.starts_at));
  count_api_request(ledger, world, access_token_of(primary), world.starts_at);
  const ApiRuling second = decide(world, ledger, list_clients_in(primary), world.starts_at + 20s);

  EXPECT_EQ(first, std::nullopt);
  EXPECT_EQ(refusal(second), RefusalReason::rate_limited);
  EXPECT_EQ(std::get<Refused>(second.outcome).retry_after, 40s);
  EXPECT_EQ(refusal(decide(world, ledger, refresh_in(primary), world.starts_at)), std::nullopt);
}

TEST(ApiRequest, NeedsOneOfTheOperationsScopesInTheToken) {
  World world = two_orgs();
  org_in(world, primary).access_tokens[0].scopes = {users_readonly};

  const ApiRuling ruling = decide_first(world, list_clients_in(primary));

  EXPECT_EQ(refusal(ruling), RefusalReason::api_scope_missing);
  EXPECT_EQ(ruling.trail.back().check, Check::scope_allows_operation);
}

TEST(ApiRequest, NeedsAScopeThatTheOrgStillGrantsWhereScopesAreJudgedHere) {
  World world = judged_at_the_api();
  app_in(world, primary).scopes = {users_readonly};

  const ApiRuling ruling = decide_first(world, list_clients_in(primary));
  world.scopes_judged_at = JudgedAt::token_request;

  EXPECT_EQ(refusal(ruling), RefusalReason::api_scope_missing);
  EXPECT_EQ(ruling.trail.back().check, Check::scopes_are_granted_in_org);
  EXPECT_EQ(refusal(decide_first(world, list_clients_in(primary))), std::nullopt);
}

TEST(ApiRequest, NeedsThatOneScopeIsBothInTheTokenAndGranted) {
  World world = judged_at_the_api();
  app_in(world, primary).scopes = {Scope("oauth")};

  EXPECT_EQ(refusal(decide_first(world, list_clients_in(primary))), RefusalReason::api_scope_missing);
}

TEST(ApiRequest, NeedsAPermissionOfTheUserWhereRolesAreJudgedHere) {
  World world = judged_at_the_api();
  org_in(world, primary).users.at(alice).roles.clear();
  org_in(world, secondary).roles.at(admin).permissions = {Permission("oauth:client:edit")};

  EXPECT_EQ(refusal(decide_first(world, list_clients_in(primary))), RefusalReason::api_permission_missing);
  EXPECT_EQ(refusal(decide_first(world, list_clients_in(secondary))), RefusalReason::api_permission_missing);
  world.roles_judged_at = JudgedAt::token_request;
  EXPECT_EQ(refusal(decide_first(world, list_clients_in(primary))), std::nullopt);
}

TEST(ApiRequest, OfAClientForItselfNeedsAPermissionOfTheClient) {
  World world = judged_at_the_api();
  org_in(world, primary).access_tokens[0].user.reset();
  org_in(world, primary).users.clear();
  World no_role = world;
  app_in(no_role, primary).roles.clear();

  EXPECT_EQ(refusal(decide_first(world, list_clients_in(primary))), std::nullopt);
  EXPECT_EQ(refusal(decide_first(no_role, list_clients_in(primary))), RefusalReason::api_permission_missing);
}

TEST(ApiRequest, OfAClientForItselfIsNotLimitedByScopesWhereItsTokenHasNone) {
  World world = judged_at_the_api();
  org_in(world, primary).access_tokens[0].user.reset();
  org_in(world, primary).access_tokens[0].scopes.clear();

  EXPECT_EQ(refusal(decide_first(world, list_clients_in(primary))), std::nullopt);
}

TEST(ApiRequest, AboutTheUserNeedsAUser) {
  World world = two_orgs();
  org_in(world, primary).access_tokens[0].user.reset();
  ApiRequest request = list_clients_in(primary);
  request.operation.needs_user = true;

  EXPECT_EQ(refusal(decide_first(world, request)), RefusalReason::user_context_required);
}

TEST(ApiRequest, IsRefusedWhereItsTokenLayIdleForTooLong) {
  auto world = two_orgs();
  org_in(world, primary).idle_timeout = std::chrono::minutes(5);
  Ledger ledger(world);
  const auto at = [&](std::chrono::seconds after) {
    return refusal(decide(world, ledger, list_clients_in(primary), world.starts_at + after));
  };

  EXPECT_EQ(at(std::chrono::seconds(299)), std::nullopt);
  EXPECT_EQ(at(std::chrono::seconds(300)), RefusalReason::bearer_idle);

  note_use(ledger, access_token_of(primary), world.starts_at + std::chrono::seconds(299));

  EXPECT_EQ(at(std::chrono::seconds(598)), std::nullopt);
  EXPECT_EQ(at(std::chrono::seconds(599)), RefusalReason::bearer_idle);
}

}  // namespace
}  // namespace gcmock
