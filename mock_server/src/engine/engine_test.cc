// The engine around the ruling: routes, methods, malformed requests, deliveries, and many threads at once.
#include "engine/engine.h"

#include <gmock/gmock.h>

#include <atomic>
#include <set>
#include <thread>

#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Engine, AnswersUnknownPathsAndWrongMethods) {
  Mock mock(two_orgs());

  const auto unknown = mock.send(api_request("GET", "/nowhere", ""));
  EXPECT_EQ(status_of(unknown), 404);
  EXPECT_EQ(mock.last().refusal, RefusalReason::path_not_found);
  EXPECT_EQ(mock.last().trail.back().check, Check::path_is_known);

  const auto wrong = mock.send(api_request("DELETE", "/api/v2/users/me", access_token_of(primary)));
  EXPECT_EQ(status_of(wrong), 405);
  EXPECT_THAT(wrong.bytes, HasSubstr("Allow: GET\r\n"));
  EXPECT_EQ(mock.last().endpoint, Endpoint::users_me);
  EXPECT_EQ(mock.last().subject.org, primary);
  EXPECT_EQ(mock.last().trail.back().check, Check::method_is_allowed);
}

TEST(Engine, RevokesTheTokenThatAsksForIt) {
  Mock mock(two_orgs());

  const auto deleted = mock.send(api_request("DELETE", "/api/v2/tokens/me", access_token_of(primary)));
  const auto after = mock.send(api_request("GET", "/api/v2/organizations/me", access_token_of(primary)));

  EXPECT_EQ(status_of(deleted), 200);
  EXPECT_EQ(body_of(deleted), "");
  EXPECT_EQ(status_of(after), 401);
  EXPECT_EQ(mock.last().refusal, RefusalReason::bearer_revoked);
}

TEST(Engine, AnswersHeadWithoutABody) {
  Mock mock(two_orgs());

  const auto known = mock.send(api_request("HEAD", "/api/v2/tokens/me", access_token_of(primary)));
  const auto unknown = mock.send(api_request("HEAD", "/nowhere", ""));

  EXPECT_EQ(status_of(known), 200);
  EXPECT_EQ(body_of(known), "");
  EXPECT_THAT(known.bytes, Not(HasSubstr("Content-Length: 0")));
  EXPECT_EQ(body_of(unknown), "");
}

TEST(Engine, SaysWhichClientIsNotThere) {
  Mock mock(two_orgs());

  const auto answer = mock.send(api_request("GET", "/api/v2/oauth/clients/other", access_token_of(primary)));

  EXPECT_EQ(status_of(answer), 404);
  EXPECT_EQ(member_of(answer, "code"), "client.not.found");
  EXPECT_EQ(mock.last().trail.back().check, Check::oauth_client_exists);
  EXPECT_EQ(mock.last().trail.back().finding, Finding::failed);
}

TEST(Engine, NumbersCorrelationIdsAsTheJournalDoes) {
  Mock mock(two_orgs());

  mock.send(api_request("GET", "/nowhere", ""));
  const auto second = mock.send(refresh(refresh_token_of(primary), primary));

  const auto at = second.bytes.find("ININ-Correlation-Id: ");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(second.bytes.substr(at + 21 + 24, 12), "000000000002");
}

TEST(Engine, AnswersARequestThatBrokeTheFramingAndRecordsIt) {
  Mock mock(two_orgs());

  const auto answer = mock.engine.handle(MalformedRequest{413, "the body is too long", 7, std::chrono::nanoseconds(3)});

  EXPECT_EQ(status_of(answer), 413);
  EXPECT_EQ(member_of(answer, "message"), "the body is too long");
  EXPECT_EQ(member_of(answer, "code"), "bad.request");
  EXPECT_EQ(answer.after, Persistence::close);
  EXPECT_EQ(answer.seq, 1U);
  EXPECT_EQ(mock.last().endpoint, Endpoint::unknown);
  EXPECT_EQ(mock.last().connection, 7U);
  EXPECT_EQ(mock.last().refusal, RefusalReason::malformed_request);
}

TEST(Engine, KeepsTheConnectionAsTheClientAsked) {
  Mock mock(two_orgs());
  auto last_request = api_request("GET", "/nowhere", "");
  last_request.keep_alive = false;

  EXPECT_EQ(mock.send(api_request("GET", "/nowhere", "")).after, Persistence::keep_alive);
  EXPECT_EQ(mock.send(last_request).after, Persistence::close);
}

TEST(Engine, WaitsUntilEveryAnswerWasDelivered) {
  Mock mock(two_orgs());
  const auto delivery = mock.engine.handle(api_request("GET", "/nowhere", ""));

  EXPECT_FALSE(mock.engine.wait_until_delivered(std::chrono::milliseconds(0)));
  std::thread front_door([&] { mock.engine.delivered(delivery.seq, {DeliveryState::failed, 3, 20, {}}); });
  const bool delivered = mock.engine.wait_until_delivered(std::chrono::seconds(20));
  front_door.join();

  EXPECT_TRUE(delivered);
  EXPECT_EQ(mock.last().delivery.state, DeliveryState::failed);
  EXPECT_EQ(mock.last().delivery.bytes_sent, 3U);
}

TEST(Engine, SettlesEachRequestAtOnceWhateverOthersDo) {
  constexpr int threads = 8;
  constexpr int generations = 200;
  Mock mock(two_orgs());
  std::string token = refresh_token_of(primary);

  for (int generation = 0; generation < generations; ++generation) {
    std::atomic<int> waiting{threads};
    std::vector<std::string> won(threads);
    std::vector<std::thread> clients;
    for (int i = 0; i < threads; ++i) {
      clients.emplace_back([&, i] {
        --waiting;
        while (waiting > 0) std::this_thread::yield();
        won[static_cast<std::size_t>(i)] = member_of(mock.send(refresh(token, primary)), "refresh_token");
      });
    }
    for (auto& client : clients) client.join();
    std::erase(won, "");
    ASSERT_EQ(won.size(), 1U) << "in generation " << generation;
    token = won[0];
  }

  const auto journal = mock.engine.journal();
  ASSERT_EQ(journal.size(), static_cast<std::size_t>(threads * generations));
  std::set<std::string> presented_with_success;
  for (std::size_t i = 0; i < journal.size(); ++i) {
    ASSERT_EQ(journal[i].seq, i + 1);
    if (journal[i].status != 200) continue;
    const auto* token_presented = journal[i].presented(CredentialKind::refresh_token);
    ASSERT_NE(token_presented, nullptr);
    EXPECT_TRUE(presented_with_success.insert(token_presented->label).second) << token_presented->label;
  }
  EXPECT_EQ(presented_with_success.size(), static_cast<std::size_t>(generations));
}

}  // namespace
}  // namespace gcmock::tests
