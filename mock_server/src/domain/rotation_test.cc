// What a refresh does to the refresh token: rotation, grace, reuse detection, families.
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;

RefreshRequest refresh_with(const std::string& token) {
  RefreshRequest request = refresh_in(primary);
  request.refresh_token = token;
  return request;
}

/// A ledger that time passes over.
struct Life {
  World world;
  Ledger ledger{world};
  Instant now = world.starts_at;

  Ruling ask(const TokenRequest& request) const { return decide(world, ledger, request, now); }
  Tokens have(const TokenRequest& request) { return settle_granted(ledger, ask(request), now); }
  void be_refused(const TokenRequest& request) { settle(ledger, std::get<Refused>(ask(request).outcome)); }
};

World rotating(ReuseDetection detection) {
  World world = two_orgs();
  world.refresh.reuse_detection = detection;
  return world;
}

TEST(Rotation, SpendsThePresentedTokenAndGoesOnWithTheFreshOne) {
  Life life{two_orgs()};

  const Tokens first = life.have(refresh_in(primary));
  const auto old_one = refusal(life.ask(refresh_in(primary)));
  const Tokens second = life.have(refresh_with(*first.refresh_token));

  EXPECT_EQ(first.refresh_label, "primary/refresh-1");
  EXPECT_EQ(old_one, RefusalReason::refresh_token_spent);
  EXPECT_EQ(second.refresh_label, "primary/refresh-2");
  EXPECT_EQ(life.ledger.refresh_token(*second.refresh_token)->family,
            life.ledger.refresh_token(refresh_token_of(primary))->family);
}

TEST(Rotation, LeavesTheOtherOrgsTokenAlone) {
  Life life{two_orgs()};

  life.have(refresh_in(primary));

  EXPECT_EQ(refusal(life.ask(refresh_in(secondary))), std::nullopt);
}

TEST(Rotation, ToTheSameTokenAnswersItAndDoesNotSpendIt) {
  World world = two_orgs();
  world.refresh.rotation = Rotation::same_token;
  Life life{world};

  const Tokens tokens = life.have(refresh_in(primary));

  EXPECT_EQ(tokens.refresh_token, refresh_token_of(primary));
  EXPECT_EQ(tokens.refresh_label, "primary/refresh-main");
  EXPECT_EQ(refusal(life.ask(refresh_in(primary))), std::nullopt);
}

TEST(Rotation, ThatReturnsNoneKeepsTheOldTokenGood) {
  World world = two_orgs();
  world.refresh.rotation = Rotation::none_returned;
  Life life{world};

  const Tokens tokens = life.have(refresh_in(primary));

  EXPECT_EQ(tokens.refresh_token, std::nullopt);
  EXPECT_EQ(refusal(life.ask(refresh_in(primary))), std::nullopt);
}

TEST(Rotation, GivesTheFreshTokenTheWholeScopeThoughTheAccessTokenGotLess) {
  Life life{two_orgs()};
  RefreshRequest narrower = refresh_in(primary);
  narrower.scope = {users_readonly};

  const Tokens tokens = life.have(narrower);

  EXPECT_EQ(life.ledger.access_token(tokens.access_token)->scopes, std::vector{users_readonly});
  EXPECT_EQ(life.ledger.refresh_token(*tokens.refresh_token)->scopes, (std::vector{users_readonly, oauth_readonly}));
}

TEST(Rotation, GivesTheFreshTokenALifetimeOfItsOwn) {
  World world = two_orgs();
  app_in(world, primary).refresh_token_lifetime = 1h;
  Life life{world};

  const Tokens tokens = life.have(refresh_in(primary));
  life.now += 1h;

  EXPECT_EQ(refusal(life.ask(refresh_with(*tokens.refresh_token))), RefusalReason::refresh_token_expired);
}

TEST(GraceWindow, GrantsASpentTokenUntilItIsOverCountedFromTheFirstUse) {
  World world = two_orgs();
  world.refresh.grace_window = 30s;
  Life life{world};
  const Tokens first = life.have(refresh_in(primary));

  life.now += 29s;
  const Tokens again = life.have(refresh_in(primary));
  const auto fresh_family = life.ledger.refresh_token(*again.refresh_token)->family;
  life.now += 1s;

  EXPECT_EQ(fresh_family, life.ledger.refresh_token(*first.refresh_token)->family);
  EXPECT_EQ(refusal(life.ask(refresh_in(primary))), RefusalReason::refresh_token_spent);
  EXPECT_EQ(refusal(life.ask(refresh_with(*first.refresh_token))), std::nullopt);
}

TEST(ReuseDetection, RevokesAllThatDescendsFromTheGrantAndNothingElse) {
  Life life{rotating(ReuseDetection::revoke_family)};
  const Tokens thief = life.have(refresh_in(primary));

  life.be_refused(refresh_in(primary));

  EXPECT_EQ(refusal(life.ask(refresh_with(*thief.refresh_token))), RefusalReason::refresh_token_revoked);
  EXPECT_TRUE(life.ledger.access_token(thief.access_token)->revoked);
  EXPECT_TRUE(life.ledger.access_token(access_token_of(primary))->revoked);
  EXPECT_FALSE(life.ledger.access_token(access_token_of(secondary))->revoked);
  EXPECT_EQ(refusal(life.ask(refresh_in(secondary))), std::nullopt);
}

TEST(ReuseDetection, IsOffUnlessTheWorldSaysSo) {
  Life life{rotating(ReuseDetection::off)};
  const Tokens tokens = life.have(refresh_in(primary));

  life.be_refused(refresh_in(primary));

  EXPECT_EQ(refusal(life.ask(refresh_with(*tokens.refresh_token))), std::nullopt);
}

TEST(ReuseDetection, LetsTheGraceWindowPass) {
  World world = rotating(ReuseDetection::revoke_family);
  world.refresh.grace_window = 30s;
  Life life{world};
  const Tokens first = life.have(refresh_in(primary));

  life.have(refresh_in(primary));

  EXPECT_EQ(refusal(life.ask(refresh_with(*first.refresh_token))), std::nullopt);
}

TEST(ReuseDetection, NeedsTheClientThatTheTokenWasIssuedTo) {
  Life life{rotating(ReuseDetection::revoke_family)};
  life.have(refresh_in(primary));
  RefreshRequest guessing = refresh_in(primary);
  guessing.client.secret = "guessed";

  const Ruling ruling = life.ask(guessing);

  EXPECT_EQ(std::get<Refused>(ruling.outcome).revokes_family, std::nullopt);
}

TEST(ReuseDetection, OfACodeRevokesTheTokensThatItGave) {
  Life life{rotating(ReuseDetection::revoke_family)};
  const Tokens tokens = life.have(redeem_in(primary));

  life.be_refused(redeem_in(primary));

  EXPECT_EQ(refusal(life.ask(refresh_with(*tokens.refresh_token))), RefusalReason::refresh_token_revoked);
  EXPECT_EQ(refusal(life.ask(refresh_in(primary))), std::nullopt);
}

}  // namespace
}  // namespace gcmock
