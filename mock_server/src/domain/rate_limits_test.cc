// Limits of API requests and of live tokens: what each counts together, and what is said when it is reached.
#include "domain/rate_limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"
#include "gcmock/domain/vendor_limits.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

/// `primary` with this limit; its ledger; and time, which stands still unless it is moved.
class Limits : public testing::Test {
 protected:
  void set(LimitOf of, int requests) { limit_in(org_in(world_, primary), of) = RateLimit{requests, 60s}; }

  /// Decided, then counted, as the engine does.
  ApiRuling call(const std::string& bearer) {
    ApiRequest request = list_clients_in(primary);
    request.bearer = bearer;
    ApiRuling ruling = decide(world_, ledger_, request, now_);
    count_api_request(ledger_, world_, bearer, now_);
    return ruling;
  }

  /// A fresh access token of the user or, for client credentials, of the client.
  std::string issue(const TokenRequest& request) {
    return settle_granted(ledger_, decide(world_, ledger_, request, now_), now_).access_token;
  }
  std::string issue_to_user() { return issue(refresh_in(primary)); }
  std::string issue_to_client() { return issue(client_credentials_in(primary)); }

  World world_ = [] {
    World world = two_orgs();
    world.refresh.rotation = Rotation::same_token;
    return world;
  }();
  Ledger ledger_{world_};
  Instant now_ = world_.starts_at;
};

std::string place_of_refusal(const ApiRuling& ruling) {
  return place(ruling.trail.back(), ruling.subject);
}

TEST_F(Limits, OfATokenCountEachTokenApart) {
  set(LimitOf::api_requests_per_token, 1);
  const std::string fresh = issue_to_user();

  const auto first = call(access_token_of(primary));
  const auto second = call(access_token_of(primary));
  const auto of_fresh = call(fresh);

  EXPECT_EQ(refusal(first), std::nullopt);
  EXPECT_EQ(refusal(second), RefusalReason::rate_limited);
  EXPECT_EQ(refusal(of_fresh), std::nullopt);
  EXPECT_EQ(second.trail.back().check, Check::rate_of_token_is_within_limit);
  EXPECT_EQ(second.trail.back().expected, "at most 1 requests of this token in 60 s");
  EXPECT_EQ(place_of_refusal(second), "/orgs/primary/limits/api_requests_per_token");
}

TEST_F(Limits, OfAUserCountAllTokensOfTheUserThroughOneClient) {
  set(LimitOf::api_requests_per_user, 1);
  const std::string fresh = issue_to_user();
  const std::string of_client = issue_to_client();

  call(access_token_of(primary));
  const auto of_fresh = call(fresh);

  EXPECT_EQ(refusal(of_fresh), RefusalReason::rate_limited);
  EXPECT_EQ(place_of_refusal(of_fresh), "/orgs/primary/limits/api_requests_per_user");
  EXPECT_EQ(refusal(call(of_client)), std::nullopt);
}

TEST_F(Limits, OfAClientCountAllItsOwnTokensAndNoUsers) {
  set(LimitOf::api_requests_per_client, 1);
  const std::string one = issue_to_client();
  const std::string other = issue_to_client();

  call(access_token_of(primary));
  call(one);
  const auto of_other = call(other);

  EXPECT_EQ(refusal(of_other), RefusalReason::rate_limited);
  EXPECT_EQ(place_of_refusal(of_other), "/orgs/primary/limits/api_requests_per_client");
  EXPECT_EQ(refusal(call(access_token_of(primary))), std::nullopt);
}

TEST_F(Limits, OfAnOrgCountEverybodyInIt) {
  set(LimitOf::api_requests, 2);

  call(access_token_of(primary));
  call(issue_to_client());
  const auto third = call(issue_to_user());

  EXPECT_EQ(refusal(third), RefusalReason::rate_limited);
  EXPECT_EQ(place_of_refusal(third), "/orgs/primary/limits/api_requests");
  EXPECT_EQ(refusal(decide(world_, ledger_, list_clients_in(secondary), now_)), std::nullopt);
}

TEST_F(Limits, SayWhichWasReachedAndWhenItsWindowIsOver) {
  set(LimitOf::api_requests_per_token, 1);
  set(LimitOf::api_requests, 1);

  call(access_token_of(primary));
  now_ += 18500ms;
  const auto refused = std::get<Refused>(call(access_token_of(primary)).outcome);

  EXPECT_EQ(refused.limit, (LimitReached{LimitOf::api_requests_per_token, {1, 60s}}));
  EXPECT_EQ(refused.retry_after, 42s);
}

TEST_F(Limits, AreReopenedWhenTheirWindowIsOver) {
  set(LimitOf::api_requests_per_token, 1);

  call(access_token_of(primary));
  now_ += 60s;

  EXPECT_EQ(refusal(call(access_token_of(primary))), std::nullopt);
}

TEST_F(Limits, AreToldByTheOneThatIsNearestToItsEnd) {
  set(LimitOf::api_requests_per_token, 300);
  set(LimitOf::api_requests, 10);
  call(access_token_of(primary));
  now_ += 20s;
  call(access_token_of(primary));

  const auto state = rate_state(world_, ledger_, *ledger_.access_token(access_token_of(primary)), now_);

  EXPECT_EQ(state, (RateState{.count = 2, .allowed = 10, .reset = 40s}));
}

TEST_F(Limits, AreNotToldWhereNoneIsSet) {
  call(access_token_of(primary));

  EXPECT_EQ(rate_state(world_, ledger_, *ledger_.access_token(access_token_of(primary)), now_), std::nullopt);
}

TEST_F(Limits, OfLiveTokensRevokeTheOldestOfTheUser) {
  org_in(world_, primary).tokens_per_user = 2;
  const std::string of_client = issue_to_client();
  const std::string second = issue_to_user();

  const Ruling ruling = decide(world_, ledger_, refresh_in(primary), now_);
  const Tokens third = settle_granted(ledger_, ruling, now_);

  EXPECT_THAT(third.crowded_out, ElementsAre("primary/access-main"));
  const auto of_oldest = call(access_token_of(primary));
  EXPECT_EQ(refusal(of_oldest), RefusalReason::bearer_revoked);
  EXPECT_EQ(of_oldest.trail.back().found, "revoked when its user or client was issued one token too many");
  EXPECT_EQ(refusal(call(second)), std::nullopt);
  EXPECT_EQ(refusal(call(of_client)), std::nullopt);
  EXPECT_FALSE(ledger_.refresh_token(refresh_token_of(primary))->revoked);
}

TEST_F(Limits, OfLiveTokensDoNotCountDeadOnes) {
  org_in(world_, primary).tokens_per_user = 1;
  app_in(world_, primary).access_token_lifetime = 5min;
  revoke_access_token(ledger_, access_token_of(primary));
  issue_to_user();
  now_ += 5min;

  const Tokens fresh = settle_granted(ledger_, decide(world_, ledger_, refresh_in(primary), now_), now_);

  EXPECT_THAT(fresh.crowded_out, IsEmpty());
}

TEST_F(Limits, OfLiveTokensOfAClientRevokeItsOldest) {
  org_in(world_, primary).tokens_per_client = 1;
  const std::string first = issue_to_client();

  const std::string second = issue_to_client();

  EXPECT_TRUE(ledger_.access_token(first)->crowded_out);
  EXPECT_FALSE(ledger_.access_token(second)->revoked);
  EXPECT_FALSE(ledger_.access_token(access_token_of(primary))->revoked);
}

TEST(VendorLimits, AreThoseOfTheVendorsPage) {
  Org org;

  for (const VendorLimit& known : vendor_limits) limit_in(org, known.of) = known.limit;

  EXPECT_EQ(org.api_requests_per_token, (RateLimit{300, 60s}));
  EXPECT_EQ(org.api_requests_per_user, (RateLimit{3000, 60s}));
  EXPECT_EQ(org.api_requests_per_client, (RateLimit{300, 60s}));
  EXPECT_EQ(org.api_requests, std::nullopt);
  EXPECT_EQ(org.token_requests, std::nullopt);
}

}  // namespace
}  // namespace gcmock
