// Limits and a world's own answers, as they go out and as the journal has them.
#include <gmock/gmock.h>

#include "domain/change_world.h"
#include "engine/engine_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

HttpRequest users_me(const OrgName& org) {
  return api_request("GET", "/api/v2/users/me", access_token_of(org));
}

TEST(EngineLimits, AreCountedInTheHeadersOfApiAnswers) {
  auto world = two_orgs();
  org_in(world, primary).api_requests_per_token = RateLimit{2, 60s};
  Mock mock(world);

  const auto first = mock.send(users_me(primary));
  mock.clock.advance(15s);
  mock.send(users_me(primary));
  const auto third = mock.send(users_me(primary));

  EXPECT_THAT(first.bytes, AllOf(HasSubstr("inin-ratelimit-count: 1\r\n"), HasSubstr("inin-ratelimit-allowed: 2\r\n"),
                                 HasSubstr("inin-ratelimit-reset: 60\r\n")));
  EXPECT_EQ(status_of(third), 429);
  EXPECT_THAT(third.bytes, AllOf(HasSubstr("Retry-After: 45\r\n"), HasSubstr("in [45] seconds"),
                                 HasSubstr("inin-ratelimit-count: 3\r\n"), HasSubstr("inin-ratelimit-reset: 45\r\n")));
  EXPECT_THAT(mock.last().answer_headers, Contains(Pair("inin-ratelimit-allowed", "2")));
  EXPECT_EQ(mock.last().refusal, RefusalReason::rate_limited);
  EXPECT_EQ(mock.last().retry_after, 45s);
}

TEST(EngineLimits, AreNotInTheHeadersWhereNoneCountsTheRequest) {
  auto world = two_orgs();
  org_in(world, primary).api_requests_per_token = RateLimit{2, 60s};
  Mock mock(world);

  const auto of_other_org = mock.send(users_me(secondary));
  const auto of_unknown_token = mock.send(api_request("GET", "/api/v2/users/me", "made up"));
  const auto at_the_token_endpoint = mock.send(refresh(refresh_token_of(primary), primary));

  for (const auto& answer : {of_other_org, of_unknown_token, at_the_token_endpoint}) {
    EXPECT_THAT(answer.bytes, Not(HasSubstr("inin-ratelimit")));
  }
}

TEST(EngineLimits, AreLiftedByAChangeOfTheWorldThatIsServed) {
  auto world = two_orgs();
  org_in(world, primary).api_requests = RateLimit{1, 60s};
  Ledger ledger(world);
  count_api_request(ledger, world, access_token_of(primary), world.starts_at);
  const auto before = decide(world, ledger, list_clients_in(primary), world.starts_at);

  apply(world, ledger, SetLimit{primary, LimitOf::api_requests, std::nullopt}, world.starts_at);

  EXPECT_EQ(refusal(before), RefusalReason::rate_limited);
  EXPECT_EQ(refusal(decide(world, ledger, list_clients_in(primary), world.starts_at)), std::nullopt);
}

TEST(EngineLimits, OfLiveTokensTellTheJournalWhatTheyRevoked) {
  auto world = two_orgs();
  org_in(world, primary).tokens_per_user = 1;
  Mock mock(world);

  mock.send(refresh(refresh_token_of(primary), primary));

  EXPECT_THAT(mock.last().changes,
              ElementsAre(ChangeMade{"/orgs/primary/limits/tokens_per_user",
                                     "primary/access-main was revoked: at most 1 access tokens of a user are live"}));
  EXPECT_EQ(status_of(mock.send(users_me(primary))), 401);
}

TEST(EngineAnswers, AreTheWorldsOwnInReplyAndJournal) {
  auto world = two_orgs();
  world.answers[RefusalReason::refresh_token_unknown] = {409, "unknown_token", "never seen"};
  Mock mock(world);

  const auto answer = mock.send(refresh("made up", primary));

  EXPECT_EQ(status_of(answer), 409);
  EXPECT_EQ(member_of(answer, "error_description"), "never seen");
  EXPECT_EQ(mock.last().status, 409);
  EXPECT_EQ(mock.last().error_code, "unknown_token");
  EXPECT_EQ(mock.last().refusal, RefusalReason::refresh_token_unknown);
  EXPECT_THAT(mock.last().answer_body, HasSubstr("never seen"));
}

TEST(EngineAnswers, HoldForWhatAScriptRefusesToo) {
  auto world = two_orgs();
  world.limit_answers.token_endpoint = TokenLimitShape::oauth;
  Rule rule;
  rule.when.endpoint = Endpoint::token;
  rule.stage = Stage::instead_of_ruling;
  rule.actions = {Refuse{RefusalReason::rate_limited, 7s}};
  Mock mock(world, Script{{rule}});

  const auto answer = mock.send(refresh(refresh_token_of(primary), primary));

  EXPECT_EQ(status_of(answer), 429);
  EXPECT_EQ(member_of(answer, "error"), "rate_limit_exceeded");
  EXPECT_EQ(mock.last().error_code, "rate_limit_exceeded");
  EXPECT_EQ(mock.last().retry_after, 7s);
}

}  // namespace
}  // namespace gcmock
