// Tokens: what they are, how long they may lie idle, and revoking them.
#include <gtest/gtest.h>

#include "api/calls_for_tests.h"
#include "api/tokens.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

constexpr const char* timeout_path = "/api/v2/tokens/timeout";

class Tokens : public ApiCalls {
 protected:
  Tokens() {
    InitialToken token;
    token.name = "main";
    token.value = bearer_;
    token.client = ClientId("app");
    token.user = UserName("alice");
    org().access_tokens = {token};
    ledger_ = Ledger(world_);
  }

  json put_timeout(const json& body) { return done("PUT", timeout_path, body.dump()); }
  RefusalReason refused(const json& body) { return fault("PUT", timeout_path, body.dump()); }
};

TEST_F(Tokens, TellWhenTheyIdleOutWhereTheOrgHasATimeOut) {
  EXPECT_FALSE(get("/api/v2/tokens/me").contains("dateTokenIdles"));
  org().idle_timeout = 30min;
  now_ += 10min;

  EXPECT_EQ(get("/api/v2/tokens/me")["dateTokenIdles"], "2026-01-01T00:40:00.000Z");
  EXPECT_EQ(get("/api/v2/tokens/me?preserveIdleTTL=false")["dateTokenIdles"], "2026-01-01T00:40:00.000Z");
  EXPECT_EQ(get("/api/v2/tokens/me?preserveIdleTTL=true")["dateTokenIdles"], "2026-01-01T00:30:00.000Z");
}

TEST_F(Tokens, PreserveTheirIdleTimeByTrueOrNotAtAll) {
  EXPECT_EQ(fault("GET", "/api/v2/tokens/me?preserveIdleTTL=yes"), RefusalReason::query_value_invalid);
}

TEST_F(Tokens, AreVerifiedByHead) {
  EXPECT_EQ(std::get<ApiDone>(ask("HEAD", "/api/v2/tokens/me")).status, 200);
}

TEST_F(Tokens, OfAUserAreRevokedByTheUsersId) {
  const auto revoked = std::get<ApiDone>(ask("DELETE", "/api/v2/tokens/9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00"));

  EXPECT_EQ(revoked.status, 204);
  EXPECT_EQ(revoked.body, "");
  EXPECT_TRUE(ledger_.access_token(bearer_)->revoked);
}

TEST_F(Tokens, OfNobodyAreNotFound) {
  EXPECT_EQ(fault("DELETE", "/api/v2/tokens/alice"), RefusalReason::entity_not_found);
}

TEST_F(Tokens, HaveNoTimeOutUntilOneIsSet) {
  EXPECT_EQ(get(timeout_path), (json{{"enableIdleTokenTimeout", false}}));

  const auto set = put_timeout({{"idleTokenTimeoutSeconds", 300}, {"enableIdleTokenTimeout", true}});

  EXPECT_EQ(set, (json{{"idleTokenTimeoutSeconds", 300}, {"enableIdleTokenTimeout", true}}));
  EXPECT_EQ(get(timeout_path), set);
  EXPECT_EQ(org().idle_timeout, 300s);
}

TEST_F(Tokens, HaveATimeOutOf5MinutesTo8Hours) {
  for (const int allowed : {300, 28800}) {
    EXPECT_EQ(put_timeout({{"idleTokenTimeoutSeconds", allowed}})["idleTokenTimeoutSeconds"], allowed);
  }
  for (const int refused_ : {-1, 299, 28801}) {
    EXPECT_EQ(refused({{"idleTokenTimeoutSeconds", refused_}}), RefusalReason::idle_timeout_out_of_range);
  }
}

TEST_F(Tokens, HaveATimeOutOf15MinutesAtMostUnderHipaa) {
  org().compliance = Compliance::hipaa;

  EXPECT_EQ(put_timeout({{"idleTokenTimeoutSeconds", 900}})["idleTokenTimeoutSeconds"], 900);
  EXPECT_EQ(refused({{"idleTokenTimeoutSeconds", 901}}), RefusalReason::idle_timeout_out_of_hipaa_range);
  EXPECT_EQ(refused({{"idleTokenTimeoutSeconds", 299}}), RefusalReason::idle_timeout_out_of_hipaa_range);
}

TEST_F(Tokens, LoseTheirTimeOutAndKeepItWhereNothingIsSaid) {
  org().idle_timeout = 600s;

  EXPECT_EQ(put_timeout({{"enableIdleTokenTimeout", true}})["idleTokenTimeoutSeconds"], 600);
  EXPECT_EQ(put_timeout(json::object())["idleTokenTimeoutSeconds"], 600);
  EXPECT_EQ(done("PUT", timeout_path)["idleTokenTimeoutSeconds"], 600);
  EXPECT_EQ(put_timeout({{"enableIdleTokenTimeout", false}}), (json{{"enableIdleTokenTimeout", false}}));
  EXPECT_EQ(org().idle_timeout, std::nullopt);
}

TEST_F(Tokens, NeedToBeToldATimeOutThatIsSwitchedOn) {
  EXPECT_EQ(refused({{"enableIdleTokenTimeout", true}}), RefusalReason::body_member_missing);
  EXPECT_EQ(refused({{"enableIdleTokenTimeout", "yes"}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(refused({{"idleTokenTimeoutSeconds", 300.5}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("PUT", timeout_path, "x"), RefusalReason::body_malformed);
}

}  // namespace
}  // namespace gcmock
