// Answers that are held until others are there, as raw clients see them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <thread>

#include "server/wire_in_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::StartsWith;
using Clock = std::chrono::steady_clock;

constexpr auto long_enough = 10s;

Script gate_for_all(Stage stage, std::vector<Action> actions) {
  return {{Rule{When{}, stage, std::move(actions), "here:1"}}};
}

/// Clients that send a refresh each, one after the other: the next when the one before was decided on.
class GatesOnTheWire : public testing::Test {
 protected:
  void serve(std::vector<Action> actions, World world = lasting_orgs()) {
    ServerOptions options;
    options.workers = 2;
    server_.emplace(std::move(world), gate_for_all(Stage::after_settling, std::move(actions)), options);
  }

  void send(std::size_t how_many) {
    for (std::size_t i = 0; i < how_many; ++i) {
      const auto before = server_->journal_size();
      clients_.push_back(std::make_unique<RawClient>(server_->port()));
      clients_.back()->send(refresh_request("close"));
      while (server_->journal_size() == before) std::this_thread::yield();
    }
  }

  std::vector<Exchange> journal_when_done() {
    EXPECT_TRUE(server_->wait_until_delivered(long_enough));
    return server_->journal();
  }

  std::optional<MockServer> server_;
  std::vector<std::unique_ptr<RawClient>> clients_;
};

TEST_F(GatesOnTheWire, HoldEveryByteUntilTheLastIsThere) {
  serve({Gate{3, long_enough}});
  send(2);
  EXPECT_FALSE(server_->wait_until_delivered(20ms));
  EXPECT_EQ(server_->journal()[0].delivery.state, DeliveryState::pending);

  send(1);

  for (const auto& client : clients_) EXPECT_THAT(client->read_answer(), StartsWith("HTTP/1.1 200 "));
  for (const auto& exchange : journal_when_done()) EXPECT_EQ(exchange.delivery.state, DeliveryState::complete);
}

TEST_F(GatesOnTheWire, LetTheLastGoFirstInReverse) {
  serve({Gate{4, long_enough, ReleaseOrder::reverse}});
  send(4);

  const auto journal = journal_when_done();

  for (std::size_t i = 1; i < journal.size(); ++i) {
    EXPECT_GT(journal[i - 1].delivery.finished, journal[i].delivery.finished) << "of exchange " << i;
  }
}

TEST_F(GatesOnTheWire, OpenWhenNobodyElseComes) {
  serve({Gate{3, 30ms}});
  const auto before = Clock::now();
  send(1);

  EXPECT_THAT(clients_[0]->read_answer(), StartsWith("HTTP/1.1 200 "));
  EXPECT_GE(Clock::now() - before, 30ms);
}

TEST_F(GatesOnTheWire, DecideWhenTheRequestComes) {
  World world = two_orgs(Dialect::genesys);
  serve({Gate{2, long_enough, ReleaseOrder::reverse}}, world);
  send(2);

  const auto journal = journal_when_done();

  EXPECT_EQ(journal[0].status, 200);
  EXPECT_EQ(journal[1].refusal, RefusalReason::refresh_token_spent) << "though it is answered first";
  EXPECT_THAT(clients_[1]->read_answer(), StartsWith("HTTP/1.1 400 "));
}

TEST_F(GatesOnTheWire, DoToEachWhatTheRuleSaysAsWell) {
  serve({Gate{2, long_enough}, Cut{CutPoint::inside_body, CutHow::reset}});
  send(2);

  for (const auto& exchange : journal_when_done()) EXPECT_EQ(exchange.delivery.state, DeliveryState::cut);
  for (const auto& client : clients_) EXPECT_EQ(client->read_to_end().ending, RawClient::Ending::reset);
}

TEST_F(GatesOnTheWire, DoNotWaitForAClientThatHasLeft) {
  serve({Gate{2, long_enough}});
  send(1);
  clients_[0]->reset();  // a FIN may come before the answer is held, and is no parting then
  EXPECT_EQ(journal_when_done()[0].delivery.state, DeliveryState::failed);

  clients_.clear();
  send(2);

  for (const auto& client : clients_) EXPECT_THAT(client->read_answer(), StartsWith("HTTP/1.1 200 "));
}

TEST_F(GatesOnTheWire, DoNotKeepAServerFromStopping) {
  serve({Gate{2, 1h}});
  send(1);
  const auto before = Clock::now();

  server_.reset();

  EXPECT_LT(Clock::now() - before, 5s);
  EXPECT_EQ(clients_[0]->read_to_end().bytes, "");
}

}  // namespace
}  // namespace gcmock
