// What the reference client does when it is refused for good: it says who must act, and asks no more.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <ostream>

#include "client/reference_client_for_tests.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;

// The API knows no token; the token endpoint gives this answer to everything.
ScriptedServer::Script refusing_with(const ScriptedAnswer& answer) {
  return [answer](const SeenRequest& request) {
    return is_token_request(request) ? answer : ScriptedAnswer{401, "{}", ""};
  };
}

struct RefusedFor {
  const char* name;
  ScriptedAnswer answer;
  Outcome outcome;

  friend std::ostream& operator<<(std::ostream& out, const RefusedFor& refused) { return out << refused.name; }
};

class ReferenceClientRefused : public testing::TestWithParam<RefusedFor> {};

TEST_P(ReferenceClientRefused, SaysWhoMustActAndAsksNoMore) {
  ScriptedServer server(refusing_with(GetParam().answer));
  Configured client(server, settings_with_tokens());

  const Outcome first = client.call();
  const Outcome second = client.call();

  EXPECT_EQ(first, GetParam().outcome);
  EXPECT_EQ(second, GetParam().outcome);
  EXPECT_EQ(server.count("/oauth/token"), 1);
  EXPECT_EQ(server.count(me), 1);
}

INSTANTIATE_TEST_SUITE_P(
    TokenErrors, ReferenceClientRefused,
    testing::Values(RefusedFor{"InvalidGrant", token_error(400, "invalid_grant"), Outcome::needs_user},
                    RefusedFor{"InvalidClient", token_error(400, "invalid_client"), Outcome::needs_admin},
                    RefusedFor{"InvalidClientAsRfc6749HasIt", token_error(401, "invalid_client"), Outcome::needs_admin},
                    RefusedFor{"UnauthorizedClient", token_error(400, "unauthorized_client"), Outcome::needs_admin},
                    RefusedFor{"InvalidScope", token_error(400, "invalid_scope"), Outcome::needs_admin},
                    RefusedFor{"TheTwoFieldBodyOfTheReport",
                               {403, R"({"message":"Access denied.","status":403})", ""},
                               Outcome::needs_admin}),
    [](const auto& instance) { return instance.param.name; });

TEST(ReferenceClient, LeavesOtherOrgsAloneWhereOneRefuses) {
  std::atomic<bool> refused{false};
  ScriptedServer server([&](const SeenRequest& request) {
    if (!is_token_request(request)) return ScriptedAnswer{carries(request, "new") ? 200 : 401, "{}", ""};
    if (refused.exchange(true)) return tokens("new", "refresh-2");
    return token_error(403, "");
  });
  Configured client(server, settings_with_tokens());

  const Outcome acme = client.call();
  const Outcome other = client.ask({Verb::call, OrgName("other"), me, "GET", 1}).outcome;

  EXPECT_EQ(acme, Outcome::needs_admin);
  EXPECT_EQ(other, Outcome::ok);
}

TEST(ReferenceClient, UsesAnAccessTokenThatIsStillGoodAfterARefusedRefresh) {
  ScriptedServer server([](const SeenRequest& request) {
    return is_token_request(request) ? token_error(400, "invalid_client") : ScriptedAnswer{};
  });
  Configured client(server, settings_with_tokens());

  const ClientReply refreshed = client.perform(Verb::refresh);
  const Outcome called = client.call();

  EXPECT_EQ(refreshed.outcome, Outcome::needs_admin);
  EXPECT_EQ(called, Outcome::ok);
}

TEST(ReferenceClient, RepeatsNothingThatTheServerOrItselfSent) {
  ScriptedServer server(refusing_with({403, R"({"error":"s3cret refresh-1","message":"s3cret"})", ""}));
  Configured client(server, settings_with_tokens());

  const ClientReply reply = client.perform(Verb::call);

  EXPECT_THAT(reply.detail, HasSubstr("403"));
  EXPECT_THAT(reply.detail, Not(HasSubstr("s3cret")));
  EXPECT_THAT(reply.detail, Not(HasSubstr("refresh-1")));
}

TEST(ReferenceClient, TakesItsCredentialsNowhereElse) {
  ScriptedServer server([](const SeenRequest& request) {
    return request.target == "/elsewhere" ? tokens("new", "refresh-2")
                                          : ScriptedAnswer{307, "{}", "Location: /elsewhere\r\n"};
  });
  Configured client(server, settings_with_tokens());

  EXPECT_EQ(client.perform(Verb::refresh).outcome, Outcome::failed);
  EXPECT_EQ(client.call(), Outcome::failed);
  EXPECT_EQ(server.count("/elsewhere"), 0);
}

TEST(ReferenceClient, OtherApiErrorsAreFailures) {
  ScriptedServer server([](const SeenRequest&) { return ScriptedAnswer{404, "{}", ""}; });
  Configured client(server, settings_with_tokens());

  EXPECT_EQ(client.call(), Outcome::failed);
  EXPECT_EQ(server.count(me), 1);
}

}  // namespace
}  // namespace gcmock
