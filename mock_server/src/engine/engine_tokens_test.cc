// Idle time-outs, revoking a user's tokens, and usage: what API requests leave behind for the next ones.
#include <gmock/gmock.h>

#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

World with_idle_timeout(std::chrono::seconds timeout) {
  auto world = two_orgs();
  org_in(world, primary).idle_timeout = timeout;
  return world;
}

int get(Mock& mock, const std::string& target, const OrgName& org = primary) {
  return status_of(mock.send(api_request("GET", target, access_token_of(org))));
}

TEST(IdleTimeout, EndsATokenThatNobodyUsed) {
  Mock mock(with_idle_timeout(300s));

  mock.clock.advance(300s);

  EXPECT_EQ(get(mock, "/api/v2/tokens/me"), 401);
  const auto refused = mock.last();
  EXPECT_EQ(refused.refusal, RefusalReason::bearer_idle);
  EXPECT_EQ(refused.error_code, "bad.credentials");
  EXPECT_EQ(place(refused.trail.back(), refused.subject), "/orgs/primary/idle_timeout");
  EXPECT_EQ(get(mock, "/api/v2/tokens/me", secondary), 200);
}

TEST(IdleTimeout, BeginsAnewWithEachUse) {
  Mock mock(with_idle_timeout(300s));

  for (int i = 0; i < 3; ++i) {
    mock.clock.advance(299s);
    EXPECT_EQ(get(mock, "/api/v2/organizations/me"), 200);
  }
}

TEST(IdleTimeout, GoesOnWhereTheRequestPreservesIt) {
  Mock mock(with_idle_timeout(300s));

  mock.clock.advance(200s);
  EXPECT_EQ(get(mock, "/api/v2/tokens/me?preserveIdleTTL=true"), 200);
  mock.clock.advance(100s);

  EXPECT_EQ(get(mock, "/api/v2/tokens/me"), 401);
}

TEST(IdleTimeout, SetThroughTheApiJudgesTheNextRequest) {
  Mock mock(two_orgs());
  auto request = api_request("PUT", "/api/v2/tokens/timeout", access_token_of(primary));
  request.headers.emplace_back("Content-Type", "application/json");
  request.body = R"({"idleTokenTimeoutSeconds":300,"enableIdleTokenTimeout":true})";

  EXPECT_EQ(status_of(mock.send(request)), 200);
  EXPECT_EQ(mock.last().changes[0].place, "/orgs/primary/idle_timeout");
  mock.clock.advance(301s);

  EXPECT_EQ(get(mock, "/api/v2/tokens/me"), 401);
}

TEST(TokensOfAUser, AreDeadOnceTheyAreRevoked) {
  auto world = two_orgs();
  org_in(world, primary).users.at(alice).id = UserId("9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00");
  Mock mock(world);

  const auto revoked =
      mock.send(api_request("DELETE", "/api/v2/tokens/9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00", access_token_of(primary)));

  EXPECT_EQ(status_of(revoked), 204);
  EXPECT_EQ(get(mock, "/api/v2/tokens/me"), 401);
  EXPECT_EQ(mock.last().refusal, RefusalReason::bearer_revoked);
  mock.send(refresh(refresh_token_of(primary), primary, reported_path));
  EXPECT_EQ(mock.last().refusal, RefusalReason::refresh_token_revoked);
}

TEST(UsageOfAClient, IsWhatWasServedAndRefused) {
  Mock mock(two_orgs());
  get(mock, "/api/v2/users/me");
  get(mock, "/api/v2/users/me", secondary);
  get(mock, "/api/v2/oauth/clients/nobody");
  get(mock, "/api/v2/nowhere");  // no operation: not counted
  mock.send(api_request("GET", "/api/v2/users/me", "a token that nobody has"));

  const auto asked = mock.send(api_request("GET", "/api/v2/oauth/clients/app/usage/summary", access_token_of(primary)));
  const auto results = mock.send(api_request("GET", member_of(asked, "resultsUri"), access_token_of(primary)));

  EXPECT_EQ(status_of(results), 200);
  EXPECT_THAT(body_of(results),
              HasSubstr(R"("templateUri":"/api/v2/oauth/clients/{clientId}","httpMethod":"GET","status200":0,)"
                        R"("status300":0,"status400":1,"status500":0,"status429":0,"requests":1)"));
  EXPECT_THAT(body_of(results), HasSubstr(R"("templateUri":"/api/v2/users/me","httpMethod":"GET","status200":1,)"));
}

}  // namespace
}  // namespace gcmock::tests
