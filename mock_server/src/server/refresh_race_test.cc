// Eight clients present the same rotating refresh token at the same time, again and again: one may win each time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <barrier>
#include <cstdint>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "gcmock/mock_server.h"
#include "http/raw_client_in_tests.h"
#include "server/world_in_tests.h"

namespace gcmock {
namespace {

constexpr int clients = 8;

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int requests = 10'000;
#else
constexpr int requests = 100'000;
#endif
constexpr int generations = requests / clients;

std::string refresh_request(const std::string& token) {
  const auto body = refresh_body(token);
  return "POST /oauth/token HTTP/1.1\r\nHost: h\r\nAuthorization: " + std::string{app_authorization} +
         "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

/// The refresh token of an answer; empty where the request was not granted.
std::string granted_token(const std::string& answer) {
  constexpr std::string_view member = "\"refresh_token\":\"";
  if (!answer.starts_with("HTTP/1.1 200 ")) return "";
  const auto at = answer.find(member);
  return at == std::string::npos
             ? ""
             : answer.substr(at + member.size(), answer.find('"', at + member.size()) - at - member.size());
}

/// What all clients share: the token of this generation and what each was answered.
struct Race {
  std::string token = "primary-refresh-token";
  std::array<std::string, clients> granted;
  int generations_with_one_winner = 0;

  void next_generation() {
    int winners = 0;
    for (const auto& candidate : granted) {
      if (candidate.empty()) continue;
      ++winners;
      token = candidate;
    }
    generations_with_one_winner += winners == 1 ? 1 : 0;
  }
};

TEST(RefreshRace, HasOneWinnerInEachGeneration) {
  const MockServer server{two_orgs(Dialect::genesys)};
  Race race;
  std::barrier generation{clients, [&]() noexcept { race.next_generation(); }};
  std::vector<std::thread> threads;

  for (int client = 0; client < clients; ++client) {
    threads.emplace_back([&, client] {
      RawClient connection{server.port()};
      for (int number = 0; number < generations; ++number) {
        race.granted[client] = granted_token(connection.send(refresh_request(race.token)).read_answer());
        generation.arrive_and_wait();
      }
    });
  }
  for (auto& thread : threads) thread.join();

  EXPECT_EQ(race.generations_with_one_winner, generations);
  const auto journal = server.journal();
  ASSERT_EQ(journal.size(), static_cast<std::size_t>(generations * clients));
  std::set<std::string> issued;
  for (std::size_t at = 0; at < journal.size(); ++at) {
    ASSERT_EQ(journal[at].seq, at + 1);
    for (const auto& token : journal[at].issued) issued.insert(token.label);
  }
  EXPECT_EQ(issued.size(), 2U * generations);
}

}  // namespace
}  // namespace gcmock
