// Answers that are lost or put off: how often the reference client tries again, and what it gives up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "client/reference_client_for_tests.h"

namespace gcmock {
namespace {

constexpr ScriptedAnswer* hang_up = nullptr;

std::optional<ScriptedAnswer> answer_or_hang_up(const ScriptedAnswer* answer) {
  return answer == hang_up ? std::nullopt : std::optional(*answer);
}

TEST(ReferenceClient, ResendsOnceWhereTheAnswerToARefreshWasLost) {
  std::atomic<int> refreshes{0};
  ScriptedServer server([&](const SeenRequest&) -> std::optional<ScriptedAnswer> {
    if (++refreshes == 1) return std::nullopt;
    return tokens("new", "refresh-2");
  });
  Configured client(server, settings_with_tokens());

  const ClientReply reply = client.perform(Verb::refresh);

  EXPECT_EQ(reply.outcome, Outcome::ok);
  EXPECT_EQ(refreshes, 2);
}

TEST(ReferenceClient, CountsLostAnswersForEachRefreshTokenAnew) {
  std::atomic<int> refreshes{0};
  ScriptedServer server([&](const SeenRequest&) -> std::optional<ScriptedAnswer> {
    if (++refreshes % 2 == 1) return std::nullopt;
    return tokens("new-" + std::to_string(refreshes), "refresh-" + std::to_string(refreshes));
  });
  Configured client(server, settings_with_tokens());

  const ClientReply first = client.perform(Verb::refresh);
  const ClientReply second = client.perform(Verb::refresh);

  EXPECT_EQ(first.outcome, Outcome::ok);
  EXPECT_EQ(second.outcome, Outcome::ok);
}

TEST(ReferenceClient, AsksTheUserWhereTheResendIsRefused) {
  std::atomic<int> refreshes{0};
  ScriptedServer server([&](const SeenRequest&) -> std::optional<ScriptedAnswer> {
    if (++refreshes == 1) return std::nullopt;
    return token_error(400, "invalid_grant");
  });
  Configured client(server, settings_with_tokens());

  const ClientReply first = client.perform(Verb::refresh);
  const ClientReply second = client.perform(Verb::refresh);

  EXPECT_EQ(first.outcome, Outcome::needs_user);
  EXPECT_EQ(second.outcome, Outcome::needs_user);
  EXPECT_EQ(refreshes, 2);
}

TEST(ReferenceClient, GivesATokenUpAfterTwoLostAnswers) {
  ScriptedServer server([](const SeenRequest&) { return answer_or_hang_up(hang_up); });
  Configured client(server, settings_with_tokens());

  const ClientReply first = client.perform(Verb::refresh);
  const ClientReply second = client.perform(Verb::refresh);

  EXPECT_EQ(first.outcome, Outcome::needs_user);
  EXPECT_EQ(second.outcome, Outcome::needs_user);
  EXPECT_EQ(server.count("/oauth/token"), 2);
}

TEST(ReferenceClient, TriesABusyTokenEndpointThreeTimesAndKeepsItsToken) {
  std::atomic<int> refreshes{0};
  ScriptedServer server([&](const SeenRequest&) {
    return ++refreshes <= 3 ? ScriptedAnswer{503, "", ""} : tokens("new", "refresh-2");
  });
  Configured client(server, settings_with_tokens());

  const ClientReply first = client.perform(Verb::refresh);
  const int tries = refreshes;
  const ClientReply second = client.perform(Verb::refresh);

  EXPECT_EQ(first.outcome, Outcome::retry_later);
  EXPECT_EQ(tries, 3);
  EXPECT_EQ(second.outcome, Outcome::ok);
}

TEST(ReferenceClient, WaitsAsLongAsRetryAfterSays) {
  std::atomic<int> requests{0};
  ScriptedServer server([&](const SeenRequest&) {
    return ++requests == 1 ? ScriptedAnswer{429, "{}", "Retry-After: 1\r\n"} : ScriptedAnswer{};
  });
  Configured client(server, settings_with_tokens());

  const auto before = std::chrono::steady_clock::now();
  const Outcome outcome = client.call();
  const auto waited = std::chrono::steady_clock::now() - before;

  EXPECT_EQ(outcome, Outcome::ok);
  EXPECT_GE(waited, std::chrono::seconds{1});
}

TEST(ReferenceClient, ComesBackLaterWhereRetryAfterAsksForTooMuch) {
  for (const char* header : {"Retry-After: 30\r\n", "Retry-After: Fri, 31 Dec 2027 23:59:59 GMT\r\n"}) {
    ScriptedServer server([&](const SeenRequest&) { return ScriptedAnswer{429, "{}", header}; });
    Configured client(server, settings_with_tokens());

    const Outcome outcome = client.call();

    EXPECT_EQ(outcome, Outcome::retry_later) << header;
    EXPECT_EQ(server.count(me), 1) << header;
  }
}

TEST(ReferenceClient, LeavesAHostAloneForAsLongAsItAskedFor) {
  ScriptedServer server([&](const SeenRequest& request) {
    return is_token_request(request) ? tokens("new", "refresh-2") : ScriptedAnswer{429, "{}", "Retry-After: 30\r\n"};
  });
  Configured client(server, settings_with_tokens());

  const Outcome first = client.call();
  const Outcome second = client.call();
  const Outcome refresh = client.perform(Verb::refresh).outcome;
  const auto of_other_org = client.ask({Verb::call, OrgName("other"), me, "GET", 1});

  EXPECT_EQ(first, Outcome::retry_later);
  EXPECT_EQ(second, Outcome::retry_later);
  EXPECT_EQ(refresh, Outcome::ok);
  EXPECT_EQ(of_other_org.outcome, Outcome::retry_later);
  EXPECT_EQ(server.count(me), 2);  // once for each org
}

TEST(ReferenceClient, LeavesATokenEndpointAloneAndKeepsItsTokens) {
  std::atomic<int> token_requests{0};
  ScriptedServer server([&](const SeenRequest&) {
    return ++token_requests == 1 ? ScriptedAnswer{503, "{}", "Retry-After: 30\r\n"} : tokens("new", "refresh-2");
  });
  Configured client(server, settings_with_tokens());

  const Outcome first = client.perform(Verb::refresh).outcome;
  const Outcome second = client.perform(Verb::refresh).outcome;
  const int asked = token_requests;
  client.move_clock(std::chrono::seconds{30});
  const Outcome third = client.perform(Verb::refresh).outcome;

  EXPECT_EQ(first, Outcome::retry_later);
  EXPECT_EQ(second, Outcome::retry_later);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(third, Outcome::ok);
}

TEST(ReferenceClient, KeepsACodeThatItMayNotPresentYet) {
  std::atomic<int> token_requests{0};
  ScriptedServer server([&](const SeenRequest&) {
    return ++token_requests == 1 ? ScriptedAnswer{429, "{}", "Retry-After: 30\r\n"} : tokens("new", "refresh-2");
  });
  ClientSettings settings = settings_with_tokens();
  settings.auth_code = "code-1";
  Configured client(server, settings);

  client.perform(Verb::refresh);
  const Outcome too_early = client.perform(Verb::login).outcome;
  client.move_clock(std::chrono::seconds{30});
  const Outcome later = client.perform(Verb::login).outcome;

  EXPECT_EQ(too_early, Outcome::retry_later);
  EXPECT_EQ(later, Outcome::ok);
}

TEST(ReferenceClient, WaitsUntilTheDateThatRetryAfterNames) {
  std::atomic<int> requests{0};
  ScriptedServer server([&](const SeenRequest&) {
    return ++requests == 1 ? ScriptedAnswer{429, "{}",
                                            "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                                            "Retry-After: Sun, 06 Nov 1994 08:49:38 GMT\r\n"}
                           : ScriptedAnswer{};
  });
  Configured client(server, settings_with_tokens());

  const auto before = std::chrono::steady_clock::now();
  const Outcome outcome = client.call();

  EXPECT_EQ(outcome, Outcome::ok);
  EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::seconds{1});
}

TEST(ReferenceClient, TakesNoTroubleOfTheApiForALostAuthorization) {
  ScriptedServer server([](const SeenRequest&) { return ScriptedAnswer{503, "", ""}; });
  Configured client(server, settings_with_tokens());

  const Outcome outcome = client.call();

  EXPECT_EQ(outcome, Outcome::retry_later);
  EXPECT_EQ(server.count("/oauth/token"), 0);
  EXPECT_EQ(server.count(me), 3);
}

TEST(ReferenceClient, DoesNotRepeatAPostThatMayHaveBeenActedOn) {
  ScriptedServer server([](const SeenRequest&) { return answer_or_hang_up(hang_up); });
  Configured client(server, settings_with_tokens());

  const ClientReply reply = client.perform(Verb::call, "POST");

  EXPECT_EQ(reply.outcome, Outcome::retry_later);
  EXPECT_EQ(server.count(me), 1);
}

TEST(ReferenceClient, ComesBackLaterWhereNobodyListens) {
  std::string url;
  {
    const ScriptedServer gone([](const SeenRequest&) { return ScriptedAnswer{}; });
    url = gone.url();
  }
  ClientEnvironment environment;
  environment.login_url = url;
  environment.api_url = url;
  environment.orgs[OrgName("acme")] = settings_with_tokens();
  const auto client = make_reference_client();
  client->start(environment);

  const ClientAnswer answer = client->perform({Verb::refresh, OrgName("acme"), me, "GET", 1}, std::chrono::seconds{10});

  EXPECT_EQ(std::get<ClientReply>(answer).outcome, Outcome::retry_later);
}

}  // namespace
}  // namespace gcmock
