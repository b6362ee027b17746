// What a world answers otherwise than the table, and in what form it tells a limit.
#include "wire/world_answers.h"

#include <gmock/gmock.h>

#include "wire/encode.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using testing::Pair;

RefusalToAnswer limit_reached() {
  RefusalToAnswer refusal;
  refusal.reason = RefusalReason::rate_limited;
  refusal.retry_after = 42s;
  refusal.limit = LimitReached{LimitOf::api_requests_per_token, {300, 60s}};
  refusal.correlation_id = "c-1";
  return refusal;
}

World answering(RefusalReason reason, AnswerOverride otherwise) {
  World world;
  world.answers[reason] = std::move(otherwise);
  return world;
}

TEST(WorldAnswers, AreThoseOfTheTableWhereTheWorldSaysNothing) {
  for (const auto reason : all_refusal_reasons()) {
    for (const auto answerer : {AnsweredBy::oauth_token, AnsweredBy::reported_token, AnsweredBy::api}) {
      const auto row = answer_row_in(World{}, reason, answerer);

      EXPECT_EQ(row.status, answer_row(reason, answerer).status) << reason;
      EXPECT_EQ(row.text, answer_row(reason, answerer).text) << reason;
    }
  }
}

TEST(WorldAnswers, OverrideStatusCodeAndTextOfOneReasonOnly) {
  const auto world = answering(RefusalReason::refresh_token_expired, {401, "expired_token", "come again"});
  RefusalToAnswer refusal;
  refusal.reason = RefusalReason::refresh_token_expired;

  const auto answer = encode_refusal(refusal, AnsweredBy::oauth_token, world);

  EXPECT_EQ(answer.status, 401);
  EXPECT_EQ(answer.body, R"({"error":"expired_token","description":"come again","error_description":"come again"})");
  EXPECT_EQ(answer_row_in(world, RefusalReason::refresh_token_spent, AnsweredBy::oauth_token).status, 400);
}

TEST(WorldAnswers, OverrideOneMemberAndLeaveTheOthers) {
  const auto world = answering(RefusalReason::bearer_expired, {{}, "credentials.expired", {}});
  RefusalToAnswer refusal;
  refusal.reason = RefusalReason::bearer_expired;

  const auto answer = encode_refusal(refusal, AnsweredBy::api, world);

  EXPECT_EQ(answer.status, 401);
  EXPECT_THAT(answer.body, HasSubstr(R"("message":"Invalid login credentials.","code":"credentials.expired")"));
}

TEST(WorldAnswers, KeepTheReportsTwoMembersUntilACodeIsSaid) {
  const auto status_only = answering(RefusalReason::refresh_token_spent, {409, {}, {}});
  const auto with_code = answering(RefusalReason::refresh_token_spent, {400, "invalid_grant", "spent"});
  RefusalToAnswer refusal;
  refusal.reason = RefusalReason::refresh_token_spent;

  const auto kept = encode_refusal(refusal, AnsweredBy::reported_token, status_only);
  const auto changed = encode_refusal(refusal, AnsweredBy::reported_token, with_code);

  EXPECT_THAT(kept.body, EndsWith(R"("status": 409})"));
  EXPECT_EQ(changed.body, R"({"error":"invalid_grant","description":"spent","error_description":"spent"})");
}

TEST(WorldAnswers, PrevailOverTheRfcsStatusButKeepItsChallengeWhere401IsAnswered) {
  World world = answering(RefusalReason::client_unknown, {400, {}, {}});
  world.token_errors = TokenErrors::rfc;
  RefusalToAnswer refusal;
  refusal.reason = RefusalReason::client_unknown;

  const auto overridden = encode_refusal(refusal, AnsweredBy::oauth_token, world);
  refusal.reason = RefusalReason::client_secret_wrong;
  const auto by_the_rfc = encode_refusal(refusal, AnsweredBy::oauth_token, world);

  EXPECT_EQ(overridden.status, 400);
  EXPECT_THAT(overridden.headers, Not(Contains(Key("WWW-Authenticate"))));
  EXPECT_EQ(by_the_rfc.status, 401);
  EXPECT_THAT(by_the_rfc.headers, Contains(Key("WWW-Authenticate")));
}

TEST(WorldAnswers, FillTheBlanksOfATextOfTheWorld) {
  const auto world = answering(RefusalReason::rate_limited, {{}, {}, "wait %s s"});

  const auto answer = encode_refusal(limit_reached(), AnsweredBy::api, world);

  EXPECT_THAT(answer.body, HasSubstr(R"("message":"wait 42 s")"));
  EXPECT_THAT(answer.headers, Contains(Pair("Retry-After", "42")));
}

TEST(LimitAnswers, TellTheLimitAndNoRetryAfterInTheOlderWording) {
  World world;
  world.limit_answers.wording = LimitWording::requests_in_window;

  const auto answer = encode_refusal(limit_reached(), AnsweredBy::api, world);

  EXPECT_EQ(answer.status, 429);
  EXPECT_THAT(answer.body,
              HasSubstr(R"("message":"Rate limit exceeded the maximum [300] requests within [60] seconds",)"
                        R"("code":"too.many.requests")"));
  EXPECT_THAT(answer.headers, Not(Contains(Key("Retry-After"))));
  EXPECT_EQ(retry_after_of(limit_reached(), world), std::nullopt);
}

TEST(LimitAnswers, HaveTheVendorsMemberLimitWhereTheWorldWantsIt) {
  World world;
  world.limit_answers.limit_member = LimitMember::sent;
  RefusalToAnswer of_an_org = limit_reached();
  of_an_org.limit = LimitReached{LimitOf::api_requests, {10, 60s}};

  EXPECT_THAT(encode_refusal(limit_reached(), AnsweredBy::api, world).body,
              EndsWith(R"(,"limit":{"key":"token.rate.per.minute","namespace":"platform.api","value":300}})"));
  EXPECT_THAT(encode_refusal(of_an_org, AnsweredBy::api, world).body,
              EndsWith(R"(,"limit":{"key":"api_requests","namespace":"platform.api","value":10}})"));
}

TEST(LimitAnswers, OfATokenEndpointAreOAuthErrorsWhereTheWorldWantsThem) {
  World world;
  world.limit_answers.token_endpoint = TokenLimitShape::oauth;

  for (const auto answerer : {AnsweredBy::oauth_token, AnsweredBy::reported_token}) {
    const auto answer = encode_refusal(limit_reached(), answerer, world);

    EXPECT_EQ(answer.status, 429);
    EXPECT_THAT(answer.body, HasSubstr(R"({"error":"rate_limit_exceeded","description":"Rate limit exceeded)"));
    EXPECT_THAT(answer.headers, Contains(Pair("Retry-After", "42")));
  }
  EXPECT_THAT(encode_refusal(limit_reached(), AnsweredBy::api, world).body, HasSubstr("too.many.requests.retry.after"));
}

TEST(RateHeaders, AreThreeNumbers) {
  HttpAnswer answer;

  add_rate_headers({1, 300, 60s}, answer);

  EXPECT_THAT(answer.headers, ElementsAre(Pair("inin-ratelimit-count", "1"), Pair("inin-ratelimit-allowed", "300"),
                                          Pair("inin-ratelimit-reset", "60")));
}

}  // namespace
}  // namespace gcmock
