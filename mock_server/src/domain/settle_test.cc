// What settling leaves in the ledger, and how requests are counted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;

TEST(Settling, PutsAnAccessTokenOnTheLedgerThatExpiresByTheClientsLifetime) {
  World world = two_orgs();
  app_in(world, primary).access_token_lifetime = 5min;
  Ledger ledger(world);
  const Instant now = world.starts_at + 7s;

  const Tokens tokens = settle_granted(ledger, decide(world, ledger, refresh_in(primary), now), now);

  const IssuedToken* const issued = ledger.access_token(tokens.access_token);
  ASSERT_NE(issued, nullptr);
  EXPECT_EQ(tokens.expires_in, 5min);
  EXPECT_EQ(issued->label, "primary/access-1");
  EXPECT_EQ(issued->issued_at, now);
  EXPECT_EQ(issued->expires_at, now + 5min);
  EXPECT_EQ(issued->client, app);
  EXPECT_EQ(issued->user, alice);
  EXPECT_FALSE(issued->initial);
}

TEST(Settling, LeavesOlderAccessTokensAlone) {
  const World world = two_orgs();
  Ledger ledger(world);

  settle_granted(ledger, decide(world, ledger, refresh_in(primary), world.starts_at), world.starts_at);

  EXPECT_EQ(refusal(decide(world, ledger, list_clients_in(primary), world.starts_at)), std::nullopt);
}

TEST(Settling, UsesUpACode) {
  const World world = two_orgs();
  Ledger ledger(world);

  settle_granted(ledger, decide(world, ledger, redeem_in(primary), world.starts_at), world.starts_at);

  EXPECT_EQ(refusal(decide(world, ledger, redeem_in(primary), world.starts_at)), RefusalReason::code_used);
  EXPECT_EQ(refusal(decide(world, ledger, redeem_in(secondary), world.starts_at)), std::nullopt);
}

TEST(Settling, GivesClientCredentialsAFamilyOfTheirOwn) {
  const World world = two_orgs();
  Ledger ledger(world);
  const auto settle_one = [&] {
    return settle_granted(ledger, decide(world, ledger, client_credentials_in(primary), world.starts_at),
                          world.starts_at);
  };

  const Tokens first = settle_one();
  const Tokens second = settle_one();

  EXPECT_EQ(first.refresh_token, std::nullopt);
  EXPECT_NE(ledger.access_token(first.access_token)->family, ledger.access_token(second.access_token)->family);
}

TEST(Settling, OfARefusalWithoutReuseChangesNothing) {
  const World world = two_orgs();
  Ledger ledger(world);

  settle(ledger,
         Refused{.reason = RefusalReason::refresh_token_spent, .detail = {}, .retry_after = {}, .revokes_family = {}});

  EXPECT_EQ(refusal(decide(world, ledger, refresh_in(primary), world.starts_at)), std::nullopt);
}

TEST(Settling, RevokesAFamilyInALedgerThatWasMoved) {
  Ledger first(two_orgs());
  const auto family = first.refresh_token(refresh_token_of(primary))->family;
  Ledger ledger = std::move(first);

  settle(
      ledger,
      Refused{.reason = RefusalReason::refresh_token_spent, .detail = {}, .retry_after = {}, .revokes_family = family});

  EXPECT_TRUE(ledger.refresh_token(refresh_token_of(primary))->revoked);
  EXPECT_TRUE(ledger.access_token(access_token_of(primary))->revoked);
  EXPECT_FALSE(ledger.refresh_token(refresh_token_of(secondary))->revoked);
}

TEST(Labels, AreCountedForEachOrgAndKind) {
  const World world = two_orgs();
  Ledger ledger(world);

  settle_granted(ledger, decide(world, ledger, refresh_in(primary), world.starts_at), world.starts_at);
  settle_granted(ledger, decide(world, ledger, client_credentials_in(primary), world.starts_at), world.starts_at);

  EXPECT_EQ(next_label(ledger, CredentialKind::access_token, primary), "primary/access-3");
  EXPECT_EQ(next_label(ledger, CredentialKind::refresh_token, primary), "primary/refresh-2");
  EXPECT_EQ(next_label(ledger, CredentialKind::access_token, secondary), "secondary/access-1");
  EXPECT_EQ(next_label(ledger, CredentialKind::authorization_code, secondary), "secondary/code-1");
}

TEST(Labels, DoNotRepeatThoseOfInitialTokensThatAreNamedByNumbers) {
  World world = two_orgs();
  org_in(world, primary).refresh_tokens[0].name = "3";
  const Ledger ledger(world);

  EXPECT_EQ(next_label(ledger, CredentialKind::refresh_token, primary), "primary/refresh-4");
  EXPECT_EQ(next_label(ledger, CredentialKind::access_token, primary), "primary/access-1");
}

CountedTogether token_requests_of(const OrgName& org) {
  return {.of = LimitOf::token_requests, .org = org};
}

TEST(RateWindows, AreOpenedByTheFirstRequestAndAgainWhenTheyAreOver) {
  World world = two_orgs();
  org_in(world, primary).token_requests = RateLimit{.requests = 5, .window = 60s};
  Ledger ledger(world);

  count_token_request(ledger, world, primary, world.starts_at + 10s);
  count_token_request(ledger, world, primary, world.starts_at + 69s);
  const RateWindow first = *ledger.window(token_requests_of(primary));
  count_token_request(ledger, world, primary, world.starts_at + 70s);
  const RateWindow second = *ledger.window(token_requests_of(primary));

  EXPECT_EQ(first.opened_at, world.starts_at + 10s);
  EXPECT_EQ(first.requests, 2);
  EXPECT_EQ(second.opened_at, world.starts_at + 70s);
  EXPECT_EQ(second.requests, 1);
}

TEST(RateWindows, AreClosedByAClockThatIsSetBack) {
  World world = two_orgs();
  org_in(world, primary).token_requests = RateLimit{.requests = 1, .window = 60s};
  Ledger ledger(world);

  count_token_request(ledger, world, primary, world.starts_at + 1h);

  EXPECT_EQ(refusal(decide(world, ledger, refresh_in(primary), world.starts_at)), std::nullopt);
}

TEST(RateWindows, AreNotKeptWhereThereIsNoLimit) {
  const World world = two_orgs();
  Ledger ledger(world);

  count_token_request(ledger, world, primary, world.starts_at);
  count_token_request(ledger, world, OrgName("nowhere"), world.starts_at);
  count_api_request(ledger, world, access_token_of(primary), world.starts_at);
  count_api_request(ledger, world, "made up", world.starts_at);

  EXPECT_EQ(ledger.window(token_requests_of(primary)), nullptr);
  EXPECT_EQ(ledger.window({.of = LimitOf::api_requests, .org = primary}), nullptr);
}

}  // namespace
}  // namespace gcmock
