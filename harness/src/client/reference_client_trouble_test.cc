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
