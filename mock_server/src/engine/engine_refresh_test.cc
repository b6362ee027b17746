// Refreshing through the engine: parsed, decided, settled, encoded and recorded.
#include <gmock/gmock.h>

#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

using std::chrono::hours;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Key;
using testing::Not;

TEST(EngineRefresh, IssuesAPairAndRotates) {
  Mock mock(two_orgs());

  const auto first = mock.send(refresh(refresh_token_of(primary), primary));
  const auto second = mock.send(refresh(member_of(first, "refresh_token"), primary));
  const auto again = mock.send(refresh(refresh_token_of(primary), primary));

  EXPECT_EQ(status_of(first), 200);
  EXPECT_EQ(status_of(second), 200);
  EXPECT_NE(member_of(first, "access_token"), member_of(second, "access_token"));
  EXPECT_EQ(status_of(again), 400);
  EXPECT_EQ(member_of(again, "error"), "invalid_grant");
}

TEST(EngineRefresh, IsRecordedWithWhatWasPresentedAndIssued) {
  Mock mock(two_orgs());

  mock.send(refresh(refresh_token_of(secondary), secondary));

  const auto exchange = mock.last();
  EXPECT_EQ(exchange.seq, 1U);
  EXPECT_EQ(exchange.method, "POST");
  EXPECT_EQ(exchange.path, "/oauth/token");
  EXPECT_EQ(exchange.endpoint, Endpoint::token);
  EXPECT_EQ(exchange.host, Host::login);
  EXPECT_EQ(exchange.grant, GrantType::refresh_token);
  EXPECT_EQ(exchange.client_auth, ClientAuthMethod::basic);
  EXPECT_EQ(exchange.subject.org, secondary);
  EXPECT_EQ(exchange.subject.client, app);
  EXPECT_EQ(exchange.subject.user, alice);
  EXPECT_EQ(exchange.status, 200);
  EXPECT_EQ(exchange.refusal, std::nullopt);
  EXPECT_TRUE(exchange.answer_has_refresh_token);
  ASSERT_NE(exchange.presented(CredentialKind::refresh_token), nullptr);
  EXPECT_EQ(exchange.presented(CredentialKind::refresh_token)->label, "secondary/refresh-main");
  ASSERT_NE(exchange.presented(CredentialKind::client_secret), nullptr);
  EXPECT_EQ(exchange.presented(CredentialKind::client_secret)->label, "secondary/secret-app");
  ASSERT_EQ(exchange.issued.size(), 2U);
  EXPECT_EQ(exchange.issued[0].label, "secondary/access-1");
  EXPECT_EQ(exchange.issued[1].label, "secondary/refresh-1");
  EXPECT_THAT(exchange.trail, Not(IsEmpty()));
}

TEST(EngineRefresh, RepeatsTheTokenWhereTheWorldDoesNotRotate) {
  auto world = two_orgs();
  world.refresh.rotation = Rotation::same_token;
  Mock mock(world);

  const auto answer = mock.send(refresh(refresh_token_of(primary), primary));

  EXPECT_EQ(member_of(answer, "refresh_token"), refresh_token_of(primary));
  EXPECT_EQ(mock.last().issued[1].label, "primary/refresh-main");
}

TEST(EngineRefresh, TellsOfNoRefreshTokenWhereTheWorldReturnsNone) {
  auto world = two_orgs();
  world.refresh.rotation = Rotation::none_returned;
  Mock mock(world);

  const auto answer = mock.send(refresh(refresh_token_of(primary), primary));

  EXPECT_EQ(member_of(answer, "refresh_token"), "");
  EXPECT_FALSE(mock.last().answer_has_refresh_token);
}

TEST(EngineRefresh, GivesAnAccessTokenThatTheApiTakesUntilItExpires) {
  Mock mock(two_orgs());
  const auto tokens = mock.send(refresh(refresh_token_of(primary), primary));
  const auto bearer = member_of(tokens, "access_token");

  const auto fresh = mock.send(api_request("GET", "/api/v2/users/me", bearer));
  mock.clock.advance(hours(25));
  const auto stale = mock.send(api_request("GET", "/api/v2/users/me", bearer));

  EXPECT_EQ(status_of(fresh), 200);
  EXPECT_EQ(status_of(stale), 401);
  EXPECT_EQ(member_of(stale, "code"), "bad.credentials");
  EXPECT_EQ(mock.last().refusal, RefusalReason::bearer_expired);
  EXPECT_EQ(mock.last().at - mock.engine.journal()[0].at, hours(25));
}

TEST(EngineRefresh, RevokesTheFamilyWhereReuseIsDetected) {
  auto world = two_orgs();
  world.refresh.reuse_detection = ReuseDetection::revoke_family;
  Mock mock(world);
  const auto first = mock.send(refresh(refresh_token_of(primary), primary));

  mock.send(refresh(refresh_token_of(primary), primary));
  const auto heir = mock.send(refresh(member_of(first, "refresh_token"), primary));

  EXPECT_EQ(mock.engine.journal()[1].refusal, RefusalReason::refresh_token_spent);
  EXPECT_EQ(status_of(heir), 400);
  EXPECT_EQ(mock.last().refusal, RefusalReason::refresh_token_revoked);
}

TEST(EngineRefresh, CountsAgainstTheOrgsLimit) {
  auto world = two_orgs();
  org_in(world, primary).token_requests = RateLimit{1, std::chrono::seconds(60)};
  Mock mock(world);
  const auto first = mock.send(refresh(refresh_token_of(primary), primary));
  const auto token = member_of(first, "refresh_token");

  const auto limited = mock.send(refresh(token, primary));
  const auto elsewhere = mock.send(refresh(refresh_token_of(secondary), secondary));
  mock.clock.advance(std::chrono::seconds(60));
  const auto later = mock.send(refresh(token, primary));

  EXPECT_EQ(status_of(limited), 429);
  EXPECT_THAT(limited.bytes, HasSubstr("Retry-After: 60\r\n"));
  EXPECT_EQ(mock.engine.journal()[1].retry_after, std::chrono::seconds(60));
  EXPECT_EQ(status_of(elsewhere), 200);
  EXPECT_EQ(status_of(later), 200);
}

TEST(EngineRefresh, CountsAgainstTheLimitEvenWhereItIsRefused) {
  auto world = two_orgs();
  org_in(world, primary).token_requests = RateLimit{1, std::chrono::seconds(60)};
  Mock mock(world);

  mock.send(token_request(refresh_body(refresh_token_of(primary)), app, "wrong"));
  mock.send(refresh(refresh_token_of(primary), primary));

  EXPECT_EQ(mock.last().refusal, RefusalReason::rate_limited);
}

TEST(EngineRefresh, ThatWasRefusedForTheLimitDoesNotUseItUpFurther) {
  auto world = two_orgs();
  org_in(world, primary).token_requests = RateLimit{2, std::chrono::seconds(60)};
  world.refresh.rotation = Rotation::same_token;
  Mock mock(world);
  mock.send(refresh(refresh_token_of(primary), primary));

  mock.clock.advance(std::chrono::seconds(59));
  mock.send(refresh(refresh_token_of(primary), primary));
  for (int i = 0; i < 5; ++i) mock.send(refresh(refresh_token_of(primary), primary));
  EXPECT_EQ(mock.last().retry_after, std::chrono::seconds(1));
  mock.clock.advance(std::chrono::seconds(1));
  mock.send(refresh(refresh_token_of(primary), primary));

  EXPECT_EQ(mock.last().status, 200);
}

TEST(EngineRefresh, OfAMalformedRequestSaysWhatIsWrongWithIt) {
  Mock mock(two_orgs());

  mock.send(token_request("refresh_token=x", app, secret_of(app, primary)));

  EXPECT_EQ(mock.last().status, 400);
  EXPECT_EQ(mock.last().refusal, RefusalReason::malformed_request);
  EXPECT_EQ(mock.last().error_code, "invalid_request");
  EXPECT_EQ(mock.last().subject.client, app);
  ASSERT_EQ(mock.last().trail.size(), 1U);
  EXPECT_EQ(mock.last().trail[0].check, Check::request_is_well_formed);
  EXPECT_EQ(mock.last().trail[0].found, "grant_type is missing");
}

TEST(EngineRefresh, OfAnUnsupportedGrantSaysSo) {
  Mock mock(two_orgs());

  mock.send(token_request("grant_type=password&username=u", app, secret_of(app, primary)));

  EXPECT_EQ(mock.last().error_code, "unsupported_grant_type");
  EXPECT_EQ(mock.last().grant, GrantType::password);
  EXPECT_EQ(mock.last().trail.back().check, Check::grant_type_is_supported);
}

TEST(EngineLedger, ListsTokensByLabelAndLife) {
  Mock mock(two_orgs());
  mock.send(refresh(refresh_token_of(primary), primary));

  std::vector<std::pair<std::string, TokenLife>> lives;
  for (const auto& entry : mock.engine.ledger()) {
    if (entry.credential.org == primary) lives.emplace_back(entry.credential.label, entry.life);
  }

  EXPECT_THAT(lives, testing::UnorderedElementsAre(testing::Pair("primary/code-main", TokenLife::live),
                                                   testing::Pair("primary/access-main", TokenLife::live),
                                                   testing::Pair("primary/access-1", TokenLife::live),
                                                   testing::Pair("primary/refresh-main", TokenLife::spent),
                                                   testing::Pair("primary/refresh-1", TokenLife::live)));
}

TEST(EngineRefresh, IsTheSameInEveryRunWithTheSameSeed) {
  Mock one(two_orgs());
  Mock other(two_orgs());

  const auto left = one.send(refresh(refresh_token_of(primary), primary));
  const auto right = other.send(refresh(refresh_token_of(primary), primary));

  EXPECT_EQ(left.bytes, right.bytes);
}

}  // namespace
}  // namespace gcmock::tests
