// What refusals look like on the wire, byte for byte.
#include "wire/answers.h"

#include <gmock/gmock.h>

#include <set>

#include "gcmock/wire/symptom.h"

namespace gcmock {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using testing::Pair;

HttpAnswer refuse(RefusalReason reason, AnsweredBy answerer, TokenErrors token_errors = TokenErrors::vendor) {
  RefusalToAnswer refusal;
  refusal.reason = reason;
  refusal.correlation_id = "c-1";
  World world;
  world.token_errors = token_errors;
  return encode_refusal(refusal, answerer, world);
}

TEST(ReportedTokenEndpoint, AnswersEveryDenialWith403AndExactlyTwoMembers) {
  for (const auto reason : all_refusal_reasons()) {
    if (!is_given_by(reason, AnsweredBy::reported_token) || reason == RefusalReason::rate_limited) continue;

    const auto answer = refuse(reason, AnsweredBy::reported_token);

    EXPECT_EQ(answer.status, 403) << reason;
    EXPECT_EQ(
        answer.body,
        R"({"message": "Access denied. The client does not have permission to access this resource.", "status": 403})")
        << reason;
  }
}

TEST(ReportedTokenEndpoint, StillSaysWhenItsLimitIsReached) {
  EXPECT_EQ(refuse(RefusalReason::rate_limited, AnsweredBy::reported_token).status, 429);
}

TEST(OAuthTokenEndpoint, AnswersAnUnknownClientAsTheLiveServiceDid) {
  const auto answer = refuse(RefusalReason::client_unknown, AnsweredBy::oauth_token);

  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.body,
            R"({"error":"invalid_client","description":"client not found","error_description":"client not found"})");
  EXPECT_THAT(answer.headers, Contains(Pair("Content-Type", "application/json")));
  EXPECT_THAT(answer.headers, Contains(Pair("ININ-Correlation-Id", "c-1")));
  EXPECT_THAT(answer.headers, Not(Contains(Key("WWW-Authenticate"))));
}

TEST(OAuthTokenEndpoint, AnswersAWrongSecretAsTheLiveServiceDid) {
  EXPECT_EQ(
      refuse(RefusalReason::client_secret_wrong, AnsweredBy::oauth_token).body,
      R"({"error":"invalid_client","description":"authentication failed","error_description":"authentication failed"})");
}

TEST(OAuthTokenEndpoint, ChallengesAnInvalidClientWhereTheWorldWantsTheRfc) {
  const auto invalid_client = refuse(RefusalReason::client_unknown, AnsweredBy::oauth_token, TokenErrors::rfc);
  const auto invalid_grant = refuse(RefusalReason::refresh_token_spent, AnsweredBy::oauth_token, TokenErrors::rfc);

  EXPECT_EQ(invalid_client.status, 401);
  EXPECT_THAT(invalid_client.headers, Contains(Pair("WWW-Authenticate", HasSubstr("Basic"))));
  EXPECT_EQ(invalid_grant.status, 400);
}

TEST(OAuthTokenEndpoint, AnswersDeadGrantsAlike) {
  for (const auto reason : {RefusalReason::refresh_token_spent, RefusalReason::refresh_token_of_another_org,
                            RefusalReason::code_expired, RefusalReason::org_not_active}) {
    EXPECT_EQ(refuse(reason, AnsweredBy::oauth_token).status, 400) << reason;
    EXPECT_THAT(refuse(reason, AnsweredBy::oauth_token).body, HasSubstr(R"("error":"invalid_grant")")) << reason;
  }
}

TEST(Api, AnswersALimitAsTheVendorAnnouncedIt) {
  RefusalToAnswer refusal;
  refusal.reason = RefusalReason::rate_limited;
  refusal.retry_after = std::chrono::seconds(42);
  refusal.correlation_id = "c-1";

  const auto answer = encode_refusal(refusal, AnsweredBy::api, World{});

  EXPECT_EQ(answer.status, 429);
  EXPECT_THAT(answer.headers, Contains(Pair("Retry-After", "42")));
  EXPECT_EQ(answer.body,
            R"({"message":"Rate limit exceeded the maximum. Retry the request in [42] seconds",)"
            R"("code":"too.many.requests.retry.after","status":429,"contextId":"c-1","details":[],"errors":[]})");
}

TEST(Api, FillsEachBlankOfATextFromLeftToRight) {
  RefusalToAnswer refusal;
  refusal.reason = RefusalReason::query_value_invalid;
  refusal.words = {"-1", "pageSize", "1 to 500"};

  EXPECT_THAT(encode_refusal(refusal, AnsweredBy::api, World{}).body,
              HasSubstr("Value [-1] is not valid for parameter [pageSize]. Allowable values are: 1 to 500"));
}

TEST(Api, HasARowForEachFaultOfAnOperation) {
  for (const auto reason : all_refusal_reasons()) {
    if (!is_fault_of_operation(reason)) continue;
    EXPECT_LT(answer_row(reason, AnsweredBy::api).status, 500) << reason;
  }
}

TEST(Api, ListsTheScopesAndPermissionsThatWouldDo) {
  const ApiOperation operation{{Scope("oauth:readonly"), Scope("oauth")}, {Permission("oauth:client:view")}, {}, false};
  RefusalToAnswer refusal;
  refusal.operation = &operation;

  refusal.reason = RefusalReason::api_scope_missing;
  const auto scope = encode_refusal(refusal, AnsweredBy::api, World{});
  refusal.reason = RefusalReason::api_permission_missing;
  const auto permission = encode_refusal(refusal, AnsweredBy::api, World{});

  EXPECT_EQ(scope.status, 403);
  EXPECT_THAT(scope.body, HasSubstr(R"("message":"App not authorized to use scope [oauth:readonly, oauth]",)"
                                    R"("code":"app.not.authorized.for.scope")"));
  EXPECT_EQ(permission.status, 403);
  EXPECT_THAT(permission.body,
              HasSubstr(R"(permissions assigned: [oauth:client:view]","code":"missing.any.permissions")"));
}

TEST(Api, AnswersDeadTokensAsBadCredentials) {
  for (const auto reason : {RefusalReason::bearer_unknown, RefusalReason::bearer_expired, RefusalReason::bearer_revoked,
                            RefusalReason::user_not_active}) {
    EXPECT_EQ(refuse(reason, AnsweredBy::api).status, 401) << reason;
    EXPECT_THAT(refuse(reason, AnsweredBy::api).body, HasSubstr(R"("code":"bad.credentials")")) << reason;
  }
  EXPECT_THAT(refuse(RefusalReason::bearer_missing, AnsweredBy::api).body, HasSubstr("authentication.required"));
}

TEST(Api, SaysWhichMethodsItTakes) {
  RefusalToAnswer refusal;
  refusal.reason = RefusalReason::method_not_allowed;
  refusal.allowed_methods = "POST";

  const auto answer = encode_refusal(refusal, AnsweredBy::api, World{});

  EXPECT_EQ(answer.status, 405);
  EXPECT_THAT(answer.headers, Contains(Pair("Allow", "POST")));
}

TEST(AnswerTable, HasARowForEveryReasonWithStatusTextAndSource) {
  std::set<RefusalReason> seen;

  for (const auto& row : behaviour_table()) {
    seen.insert(row.reason);
    // A refusal that the authorization endpoint sends the browser back with is a redirect.
    EXPECT_TRUE(row.status >= 400 || (row.answerer == AnsweredBy::authorize && row.status == 302)) << row.reason;
    EXPECT_LT(row.status, 500) << row.reason;
    EXPECT_FALSE(row.text.empty()) << row.reason;
    EXPECT_FALSE(row.source.empty()) << row.reason;
    EXPECT_EQ(row.code.empty(), row.level == EvidenceLevel::report) << row.reason;
  }

  EXPECT_EQ(seen.size(), all_refusal_reasons().size());
}

TEST(AnswerTable, AnswersScriptedReasonsThatAreNotTheEndpointsOwn) {
  EXPECT_EQ(refuse(RefusalReason::bearer_expired, AnsweredBy::oauth_token).status, 401);
  EXPECT_EQ(refuse(RefusalReason::bearer_expired, AnsweredBy::reported_token).status, 401);
  EXPECT_EQ(refuse(RefusalReason::refresh_token_spent, AnsweredBy::api).status, 400);
}

TEST(Symptom, SaysForEveryReasonWhatIsSeenAndHowSureThatIs) {
  for (const auto reason : all_refusal_reasons()) {
    const auto symptom = genesys_symptom(reason);

    EXPECT_THAT(symptom, testing::MatchesRegex(".*\\((spec|vendor_openapi|vendor_doc|sdk_source|report|assumed)\\)\\."))
        << reason;
  }
}

TEST(Symptom, OfAMissingRoleIsOnTheApiCall) {
  EXPECT_THAT(genesys_symptom(RefusalReason::role_missing_in_org), HasSubstr("missing.any.permissions"));
  EXPECT_THAT(genesys_symptom(RefusalReason::scope_not_granted_in_org), HasSubstr("app.not.authorized.for.scope"));
}

}  // namespace
}  // namespace gcmock
