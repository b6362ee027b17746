// Patterns: what matches, and how they read.
#include <gtest/gtest.h>

#include "expect/exchanges_for_tests.h"
#include "gcmock/harness/matchers.h"

namespace gcmock {
namespace {

using namespace testing_exchanges;

TEST(ExchangePattern, MatchesEverythingWhereNothingIsSet) {
  EXPECT_TRUE(matches(ExchangePattern{}, refresh_answered(1, "primary", 200)));
}

TEST(ExchangePattern, MatchesOnlyWhereEachThingThatIsSetAgrees) {
  auto pattern = with_status(token_requests_of("secondary"), 403);
  pattern.grant = GrantType::refresh_token;
  pattern.method = "POST";
  pattern.path = "/oauth/token";

  EXPECT_TRUE(matches(pattern, refresh_answered(1, "secondary", 403)));
  EXPECT_FALSE(matches(pattern, refresh_answered(1, "primary", 403)));
  EXPECT_FALSE(matches(pattern, refresh_answered(1, "secondary", 200)));
  EXPECT_FALSE(matches(pattern, call_answered(1, "secondary", 403)));
}

TEST(ExchangePattern, LooksAtClientUserAndRefusal) {
  auto exchange = refresh_answered(1, "acme", 400);
  exchange.subject.client = ClientId{"app"};
  exchange.subject.user = UserName{"alice"};
  exchange.refusal = RefusalReason::refresh_token_spent;
  ExchangePattern same, other_client, other_user, other_refusal;
  same.client = ClientId{"app"};
  same.user = UserName{"alice"};
  same.refusal = RefusalReason::refresh_token_spent;
  other_client.client = ClientId{"another"};
  other_user.user = UserName{"bob"};
  other_refusal.refusal = RefusalReason::refresh_token_expired;

  EXPECT_TRUE(matches(same, exchange));
  EXPECT_FALSE(matches(other_client, exchange));
  EXPECT_FALSE(matches(other_user, exchange));
  EXPECT_FALSE(matches(other_refusal, exchange));
}

TEST(ExchangePattern, DoesNotMatchAnOrgWhereTheExchangeHasNone) {
  auto exchange = refresh_answered(1, "acme", 400);
  exchange.subject.org.reset();

  EXPECT_FALSE(matches(token_requests_of("acme"), exchange));
}

TEST(ExchangePattern, ComparesFieldsByExactNameAndValue) {
  auto exchange = refresh_answered(1, "acme", 200);
  exchange.request_fields = {{"grant_type", "refresh_token"}, {"scope", "users"}};
  ExchangePattern same, other_value, other_case, absent, not_absent;
  same.fields = {{"scope", "users"}};
  other_value.fields = {{"scope", "users:readonly"}};
  other_case.fields = {{"Scope", "users"}};
  absent.fields = {{"client_secret", std::nullopt}};
  not_absent.fields = {{"scope", std::nullopt}};

  EXPECT_TRUE(matches(same, exchange));
  EXPECT_FALSE(matches(other_value, exchange));
  EXPECT_FALSE(matches(other_case, exchange));
  EXPECT_TRUE(matches(absent, exchange));
  EXPECT_FALSE(matches(not_absent, exchange));
}

TEST(ExchangePattern, ComparesHeaderNamesInAnyCase) {
  auto exchange = refresh_answered(1, "acme", 200);
  exchange.request_headers = {{"Content-Type", "application/json"}};
  ExchangePattern same, longer, absent;
  same.headers = {{"content-type", "application/json"}};
  longer.headers = {{"content-type-options", "application/json"}};
  absent.headers = {{"CONTENT-TYPE", std::nullopt}};

  EXPECT_TRUE(matches(same, exchange));
  EXPECT_FALSE(matches(longer, exchange));
  EXPECT_FALSE(matches(absent, exchange));
}

TEST(ExchangePattern, ReadsAsASentence) {
  auto pattern = with_status(token_requests_of("secondary"), 403);
  EXPECT_EQ(describe(pattern), "token requests for org secondary with status 403");

  pattern = {};
  pattern.method = "POST";
  pattern.grant = GrantType::refresh_token;
  pattern.endpoint = Endpoint::token;
  pattern.client = ClientId{"app"};
  pattern.fields = {{"scope", std::nullopt}};
  pattern.headers = {{"Accept", "text/html"}};
  pattern.refusal = RefusalReason::refresh_token_spent;
  EXPECT_EQ(describe(pattern),
            "POST refresh_token token requests of client app without field scope with header Accept = \"text/html\" "
            "refused as refresh_token_spent");

  EXPECT_EQ(describe(ExchangePattern{}), "requests");
}

}  // namespace
}  // namespace gcmock
