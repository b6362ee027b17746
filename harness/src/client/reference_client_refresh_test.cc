// When the reference client refreshes, with which token, and how often.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>

#include "client/reference_client_for_tests.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;

// Grants every refresh with the next tokens (access-2 and refresh-2, then 3 …); the API knows the newest access token.
ScriptedServer::Script rotating() {
  const auto newest = std::make_shared<std::atomic<int>>(1);
  return [newest](const SeenRequest& request) {
    if (is_token_request(request)) {
      const std::string next = std::to_string(++*newest);
      return tokens("access-" + next, "refresh-" + next);
    }
    return ScriptedAnswer{carries(request, "access-" + std::to_string(*newest)) ? 200 : 401, "{}", ""};
  };
}

TEST(ReferenceClient, RefreshesOn401AndAsksTheApiAgain) {
  ScriptedServer server(rotating());
  Configured client(server, settings_with_tokens());

  const Outcome outcome = client.call();

  EXPECT_EQ(outcome, Outcome::ok);
  EXPECT_EQ(server.count("/oauth/token"), 1);
  EXPECT_EQ(server.count(me), 2);
}

TEST(ReferenceClient, AuthenticatesWithBasicAndPutsNothingElseInTheRequest) {
  ScriptedServer server(rotating());
  ClientSettings settings = settings_with_tokens();
  settings.client_id = "app:1";
  settings.client_secret = "50%+";
  Configured client(server, settings);

  client.perform(Verb::refresh);

  const SeenRequest request = server.seen().front();
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.body, "grant_type=refresh_token&refresh_token=refresh-1");
  EXPECT_THAT(request.head, HasSubstr("Authorization: Basic YXBwJTNBMTo1MCUyNSUyQg==\r\n"));
  EXPECT_THAT(request.head, HasSubstr("Content-Type: application/x-www-form-urlencoded\r\n"));
}

TEST(ReferenceClient, APublicClientSendsItsIdInTheBody) {
  ScriptedServer server(rotating());
  ClientSettings settings = settings_with_tokens();
  settings.client_secret.clear();
  Configured client(server, settings);

  client.perform(Verb::refresh);

  EXPECT_EQ(server.seen().front().body, "grant_type=refresh_token&refresh_token=refresh-1&client_id=app");
  EXPECT_THAT(server.seen().front().head, Not(HasSubstr("Authorization")));
}

TEST(ReferenceClient, SendsTheBodyOfACallEachTimeItMakesIt) {
  ScriptedServer server(rotating());
  Configured client(server, settings_with_tokens());
  ClientCall call{Verb::call, OrgName("acme"), me, "POST", 1};
  call.body = R"({"name":"n"})";

  client.ask(call);

  ASSERT_EQ(server.count(me), 2);
  EXPECT_EQ(server.seen().front().body, R"({"name":"n"})");
  EXPECT_EQ(server.seen().back().body, R"({"name":"n"})");
  EXPECT_THAT(server.seen().back().head, HasSubstr("Content-Type: application/json\r\n"));
}

TEST(ReferenceClient, PresentsTheNewestRefreshToken) {
  ScriptedServer server(rotating());
  Configured client(server, settings_with_tokens());

  client.perform(Verb::refresh);
  client.perform(Verb::refresh);

  EXPECT_THAT(server.seen().back().body, HasSubstr("refresh_token=refresh-2"));
}

TEST(ReferenceClient, KeepsItsRefreshTokenWhereNoneIsReturned) {
  ScriptedServer server([](const SeenRequest&) { return ScriptedAnswer{200, R"({"access_token":"new"})", ""}; });
  Configured client(server, settings_with_tokens());

  client.perform(Verb::refresh);
  const ClientReply second = client.perform(Verb::refresh);

  EXPECT_EQ(second.outcome, Outcome::ok);
  EXPECT_THAT(server.seen().back().body, HasSubstr("refresh_token=refresh-1"));
}

TEST(ReferenceClient, ParallelCallsShareOneRefresh) {
  ScriptedServer server(rotating());
  Configured client(server, settings_with_tokens());

  const ClientReply reply = client.perform(Verb::call, "GET", 8);

  EXPECT_EQ(reply.outcome, Outcome::ok);
  EXPECT_EQ(server.count("/oauth/token"), 1);
}

TEST(ReferenceClient, ParallelCallsShareTheFailureOfOneRefresh) {
  ScriptedServer server([](const SeenRequest& request) {
    return is_token_request(request) ? token_error(400, "invalid_grant") : ScriptedAnswer{401, "{}", ""};
  });
  Configured client(server, settings_with_tokens());

  const ClientReply reply = client.perform(Verb::call, "GET", 8);

  EXPECT_EQ(reply.outcome, Outcome::needs_user);
  EXPECT_EQ(server.count("/oauth/token"), 1);
}

TEST(ReferenceClient, RefreshesOnceForACallThatStaysUnauthorized) {
  ScriptedServer server([](const SeenRequest& request) {
    return is_token_request(request) ? tokens("new", "refresh-2") : ScriptedAnswer{401, "{}", ""};
  });
  Configured client(server, settings_with_tokens());

  const Outcome outcome = client.call();

  EXPECT_EQ(outcome, Outcome::needs_user);
  EXPECT_EQ(server.count("/oauth/token"), 1);
  EXPECT_EQ(server.count(me), 2);
}

TEST(ReferenceClient, TakesAMissingPermissionToTheAdminAndNotToTheTokenEndpoint) {
  ScriptedServer server([](const SeenRequest&) {
    return ScriptedAnswer{403, R"({"code":"missing.any.permissions"})", ""};
  });
  Configured client(server, settings_with_tokens());

  const Outcome outcome = client.call();

  EXPECT_EQ(outcome, Outcome::needs_admin);
  EXPECT_EQ(server.count("/oauth/token"), 0);
}

TEST(ReferenceClient, UsesNoTokenOfATypeThatItDoesNotUnderstand) {
  ScriptedServer server([](const SeenRequest& request) {
    return is_token_request(request) ? ScriptedAnswer{200, R"({"access_token":"new","token_type":"mac"})", ""}
                                     : ScriptedAnswer{401, "{}", ""};
  });
  Configured client(server, settings_with_tokens());

  const Outcome outcome = client.call();

  EXPECT_EQ(outcome, Outcome::failed);
  EXPECT_EQ(server.count(me), 1);
}

TEST(ReferenceClient, KeepsItsTokensWhereAGrantCannotBeRead) {
  std::atomic<int> refreshes{0};
  ScriptedServer server([&](const SeenRequest&) {
    return ++refreshes == 1 ? ScriptedAnswer{200, "<html>", ""} : tokens("new", "refresh-2");
  });
  Configured client(server, settings_with_tokens());

  const ClientReply first = client.perform(Verb::refresh);
  const ClientReply second = client.perform(Verb::refresh);

  EXPECT_EQ(first.outcome, Outcome::failed);
  EXPECT_EQ(second.outcome, Outcome::ok);
  EXPECT_THAT(server.seen().back().body, HasSubstr("refresh_token=refresh-1"));
}

}  // namespace
}  // namespace gcmock
