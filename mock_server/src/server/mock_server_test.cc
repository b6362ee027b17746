// The mock as its clients and its embedder see it, over HTTP.
#include "gcmock/mock_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "gcmock/error.h"
#include "http/raw_client_in_tests.h"
#include "server/world_in_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

struct Answer {
  int status = 0;  ///< 0: no answer came
  json body;
};

Answer answer_from(const httplib::Result& result) {
  if (!result) return {};
  return {result->status, json::parse(result->body, nullptr, false)};
}

/// `url` is what the embedder would give to its client.
Answer post(const std::string& url, const std::string& body) {
  const auto path_at = url.find('/', std::string_view{"http://"}.size());
  httplib::Client client{url.substr(0, path_at)};
  return answer_from(client.Post(url.substr(path_at), {{"Authorization", std::string{app_authorization}}}, body,
                                 "application/x-www-form-urlencoded"));
}

Answer refresh(const MockServer& server, const std::string& token) {
  return post(server.login_url() + "/oauth/token", refresh_body(token));
}

Answer users_me(const MockServer& server, const std::string& access_token) {
  httplib::Client client{server.api_url()};
  return answer_from(client.Get("/api/v2/users/me", {{"Authorization", "Bearer " + access_token}}));
}

TEST(MockServer, LetsDomainTimeFollowRealTimeWhereItIsToldTo) {
  ServerOptions options;
  options.clock.time = DomainTime::follows_real_time;
  const World world = two_orgs(Dialect::genesys);
  MockServer running(world, {}, options);
  const MockServer frozen(world);

  const auto give_up = std::chrono::steady_clock::now() + 10s;
  while (running.now() == world.starts_at && std::chrono::steady_clock::now() < give_up) std::this_thread::yield();
  running.advance_clock(24h);

  EXPECT_GT(running.now(), world.starts_at + 24h);
  EXPECT_LT(running.now(), world.starts_at + 25h);
  EXPECT_EQ(frozen.now(), world.starts_at);
}

TEST(MockServer, StartsDomainTimeWhereItIsToldTo) {
  ServerOptions options;
  options.clock.offset = 25h;
  const World world = two_orgs(Dialect::genesys);

  const MockServer server(world, {}, options);

  EXPECT_EQ(server.now(), world.starts_at + 25h);
}

TEST(MockServer, RunsDomainTimeByItsFactor) {
  ServerOptions options;
  options.clock = {DomainTime::follows_real_time, 0ms, 3'600'000};  // an hour a millisecond
  const World world = two_orgs(Dialect::genesys);
  const MockServer server(world, {}, options);

  const auto give_up = std::chrono::steady_clock::now() + 10s;
  while (server.now() < world.starts_at + 24h && std::chrono::steady_clock::now() < give_up) std::this_thread::yield();

  EXPECT_GE(server.now(), world.starts_at + 24h);
}

/// One rule for all requests to the token endpoint.
Script after_settling(Action action) {
  Rule rule;
  rule.when.endpoint = Endpoint::token;
  rule.stage = Stage::after_settling;
  rule.actions = {std::move(action)};
  return {{rule}};
}

TEST(MockServer, TellsOfJumpsOfItsClockWhoeverMadeThem) {
  MockServer server(two_orgs(Dialect::genesys), after_settling(AdvanceClock{25h}));
  std::vector<std::chrono::milliseconds> jumps;
  server.when_clock_moves([&](std::chrono::milliseconds by) { jumps.push_back(by); });

  server.advance_clock(1h);
  const Answer moved = refresh(server, "primary-refresh-token");
  server.when_clock_moves({});
  server.advance_clock(1h);

  EXPECT_EQ(moved.status, 200);
  EXPECT_THAT(jumps, testing::ElementsAre(1h, 25h));
}

TEST(MockServer, TellsThatSomethingHappens) {
  std::atomic<int> told = 0;
  MockServer server(two_orgs(Dialect::genesys));
  server.when_something_happens([&] { ++told; });

  refresh(server, "primary-refresh-token");
  server.wait_until_delivered(10s);
  const int of_an_exchange = told;
  server.change(SetOrgStatus{OrgName{"primary"}, OrgStatus::inactive});
  const int of_a_change = told;
  server.when_something_happens({});
  server.change(SetOrgStatus{OrgName{"primary"}, OrgStatus::active});

  EXPECT_EQ(of_an_exchange, 2) << "that it was decided, and that it was delivered";
  EXPECT_EQ(of_a_change, 3);
  EXPECT_EQ(told, 3);
}

TEST(MockServer, GivesTheJournalPieceByPiece) {
  const MockServer server(two_orgs(Dialect::genesys));
  for (int i = 0; i < 3; ++i) refresh(server, "primary-refresh-token");

  const auto second = server.journal_after(1, 1);

  ASSERT_THAT(second, SizeIs(1));
  EXPECT_EQ(second[0].seq, 2U);
  EXPECT_THAT(server.journal_after(0, 100), SizeIs(3));
  EXPECT_THAT(server.journal_after(3, 100), testing::IsEmpty());
  EXPECT_THAT(server.journal_after(99, 100), testing::IsEmpty());
}

TEST(MockServer, ShowsTheWorldAsItIsNow) {
  MockServer server(two_orgs(Dialect::genesys));

  server.change(SetOrgStatus{OrgName{"primary"}, OrgStatus::inactive});

  EXPECT_EQ(server.world().orgs.at(OrgName{"primary"}).status, OrgStatus::inactive);
}

TEST(MockServer, TellsAnotherAddressThanItListensAt) {
  ServerOptions options;
  options.told_address = "mock.test.svc";

  const MockServer server(two_orgs(Dialect::genesys), {}, options);

  EXPECT_EQ(server.base_url(), "http://mock.test.svc:" + std::to_string(server.port()));
}

TEST(MockServer, KeepsTheAuthorityOfAnEarlierServer) {
  ServerOptions options;
  options.scheme = Scheme::https;
  auto before = std::make_unique<MockServer>(two_orgs(Dialect::genesys), Script{}, options);
  const std::string trusted = before->ca_certificate();
  options.authority = before->authority();
  before.reset();

  const MockServer after(two_orgs(Dialect::genesys), {}, options);

  EXPECT_EQ(after.ca_certificate(), trusted);
}

const LedgerEntry* entry_labelled(const std::vector<LedgerEntry>& ledger, const std::string& label) {
  for (const auto& entry : ledger) {
    if (entry.credential.label == label) return &entry;
  }
  return nullptr;
}

TEST(MockServer, GrantsARefreshAtTheReportsPath) {
  const MockServer server{two_orgs(Dialect::reported)};

  const auto answer = refresh(server, "secondary-refresh-token");

  ASSERT_EQ(answer.status, 200);
  EXPECT_NE(answer.body.at("refresh_token"), "secondary-refresh-token");
  const auto journal = server.journal();
  ASSERT_THAT(journal, SizeIs(1));
  EXPECT_EQ(journal[0].path, "/api/v2/oauth/token");
  EXPECT_EQ(journal[0].endpoint, Endpoint::token);
  EXPECT_EQ(journal[0].subject.org, OrgName{"secondary"});
}

TEST(MockServer, GrantsARefreshAtTheVendorsPath) {
  const MockServer server{two_orgs(Dialect::genesys)};

  const auto answer = refresh(server, "primary-refresh-token");

  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(server.journal().at(0).path, "/oauth/token");
}

TEST(MockServer, RefusesARefreshWhereTheOrgNeverRegisteredTheClientAsReported) {
  auto world = two_orgs(Dialect::reported);
  org_in(world, "secondary").clients.clear();
  const MockServer server{world};

  const auto refused = refresh(server, "secondary-refresh-token");
  const auto granted = refresh(server, "primary-refresh-token");

  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.body.at("message"), "Access denied. The client does not have permission to access this resource.");
  EXPECT_EQ(refused.body.at("status"), 403);
  EXPECT_EQ(server.journal().at(0).refusal, RefusalReason::client_not_registered_in_org);
  EXPECT_EQ(granted.status, 200);
}

TEST(MockServer, ServesTheApiUntilTheAccessTokenExpires) {
  MockServer server{two_orgs(Dialect::genesys)};
  const std::string access_token = refresh(server, "primary-refresh-token").body.at("access_token");

  const auto fresh = users_me(server, access_token);
  server.advance_clock(25h);
  const auto expired = users_me(server, access_token);

  EXPECT_EQ(fresh.status, 200);
  EXPECT_EQ(fresh.body.at("name"), "Agent of primary");
  EXPECT_EQ(expired.status, 401);
  EXPECT_EQ(server.journal().at(2).refusal, RefusalReason::bearer_expired);
}

TEST(MockServer, ServesFromTheWorldsStartOn) {
  auto world = two_orgs(Dialect::genesys);
  MockServer server{world};

  server.advance_clock(90s);

  EXPECT_EQ(server.now(), world.starts_at + 90s);
  EXPECT_GT(server.since_start().count(), 0);
}

TEST(MockServer, LosesTheAnswerOfARotationWhereTheScriptSaysSo) {
  const MockServer server{two_orgs(Dialect::genesys), after_settling(Cut{})};

  const auto answer = refresh(server, "primary-refresh-token");

  ASSERT_TRUE(server.wait_until_delivered(5s));
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(server.journal().at(0).delivery.state, DeliveryState::cut);
  const auto ledger = server.ledger();
  ASSERT_NE(entry_labelled(ledger, "primary/refresh-initial"), nullptr);
  EXPECT_EQ(entry_labelled(ledger, "primary/refresh-initial")->life, TokenLife::spent);
  EXPECT_GE(server.rules_fired().at(0), 1U);
}

TEST(MockServer, TellsWhenAnAnswerArrived) {
  const MockServer server{two_orgs(Dialect::genesys)};

  refresh(server, "primary-refresh-token");

  ASSERT_TRUE(server.wait_until_delivered(5s));
  const auto exchange = server.journal().at(0);
  EXPECT_EQ(exchange.delivery.state, DeliveryState::complete);
  EXPECT_EQ(exchange.delivery.bytes_sent, exchange.delivery.bytes_total);
  EXPECT_LE(exchange.arrived, exchange.decided);
  EXPECT_LE(exchange.decided, exchange.delivery.finished);
}

TEST(MockServer, DelaysOneAnswerAndNoOther) {
  auto script = after_settling(Delay{10min});
  script.rules.front().when.org = OrgName{"secondary"};
  ServerOptions options;
  options.workers = 1;  // by the other's answer it has come to the delay: a FIN from then on is a parting
  const MockServer server{two_orgs(Dialect::genesys), script, options};
  RawClient waiting{server.port()};
  const auto body = refresh_body("secondary-refresh-token");
  waiting.send("POST /oauth/token HTTP/1.1\r\nHost: h\r\nAuthorization: " + std::string{app_authorization} +
               "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + body);
  while (server.journal_size() == 0) std::this_thread::yield();

  const auto answer = refresh(server, "primary-refresh-token");

  EXPECT_EQ(answer.status, 200);
  EXPECT_FALSE(server.wait_until_delivered(0ms));
  waiting.close();
  EXPECT_TRUE(server.wait_until_delivered(5s));
}

TEST(MockServer, JournalsWhatIsNoRequest) {
  const MockServer server{two_orgs(Dialect::genesys)};

  const auto status = RawClient{server.port()}.send("GET / HTTP/1.1\r\nHost : h\r\n\r\n").read_status();

  EXPECT_EQ(status, 400);
  EXPECT_EQ(server.journal_size(), 1U);
  EXPECT_EQ(server.journal().at(0).status, 400);
}

TEST(MockServer, ServesUnderPrefixesThatItsUrlsHave) {
  ServerOptions options;
  options.login_prefix = "/login";
  options.api_prefix = "/cloud";
  const MockServer server{two_orgs(Dialect::reported), {}, options};

  const auto granted = refresh(server, "primary-refresh-token");

  EXPECT_EQ(server.login_url(), server.base_url() + "/login/api/v2");
  EXPECT_EQ(server.api_url(), server.base_url() + "/cloud");
  EXPECT_EQ(granted.status, 200);
}

TEST(MockServer, HasUrlsByItsDialect) {
  const MockServer server{two_orgs(Dialect::genesys)};

  EXPECT_EQ(server.base_url(), "http://127.0.0.1:" + std::to_string(server.port()));
  EXPECT_EQ(server.login_url(), server.base_url());
  EXPECT_EQ(server.api_url(), server.base_url());
}

TEST(MockServer, IssuesTheSameTokensForTheSameSeed) {
  const auto token_of_seed = [](std::uint64_t seed) {
    ServerOptions options;
    options.seed = seed;
    const MockServer server{two_orgs(Dialect::genesys), {}, options};
    return refresh(server, "primary-refresh-token").body.at("access_token").get<std::string>();
  };

  EXPECT_EQ(token_of_seed(7), token_of_seed(7));
  EXPECT_NE(token_of_seed(7), token_of_seed(8));
}

TEST(MockServer, SharesNothingWithAnotherServer) {
  const MockServer first{two_orgs(Dialect::genesys)};
  const MockServer second{two_orgs(Dialect::genesys)};

  refresh(first, "primary-refresh-token");

  EXPECT_EQ(first.journal_size(), 1U);
  EXPECT_EQ(second.journal_size(), 0U);
  EXPECT_EQ(refresh(second, "primary-refresh-token").status, 200);
}

TEST(MockServer, RedactsTheCredentialsOfItsWorld) {
  const MockServer server{two_orgs(Dialect::genesys)};
  const std::string issued = refresh(server, "primary-refresh-token").body.at("refresh_token");

  const auto text = server.redact("old primary-refresh-token new " + issued + " secret app-secret");

  EXPECT_THAT(text, AllOf(Not(HasSubstr("primary-refresh-token")), Not(HasSubstr(issued)), Not(HasSubstr("app-secret")),
                          HasSubstr("old "), HasSubstr("primary/refresh")));
}

TEST(MockServer, RefusesAPortThatIsTaken) {
  const MockServer server{two_orgs(Dialect::genesys)};
  ServerOptions options;
  options.port = server.port();

  EXPECT_THROW((MockServer{two_orgs(Dialect::genesys), {}, options}), Error);
}

TEST(MockServer, StopsAtOnceWithAnAnswerHeldBack) {
  auto server = std::make_unique<MockServer>(two_orgs(Dialect::genesys), after_settling(Delay{10min}));
  RawClient client{server->port()};
  client.send("POST /oauth/token HTTP/1.1\r\nHost: h\r\n\r\n");
  while (server->journal_size() == 0) std::this_thread::yield();
  const auto before = std::chrono::steady_clock::now();

  server.reset();

  EXPECT_LT(std::chrono::steady_clock::now() - before, 100ms);
  EXPECT_EQ(client.read_to_end().bytes, "");
}

}  // namespace
}  // namespace gcmock
