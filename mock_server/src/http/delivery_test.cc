// Deliveries as a raw client sees them: delayed, cut at each point, lost; and what is reported of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "http/fake_handler_in_tests.h"
#include "http/front_door.h"
#include "http/raw_client_in_tests.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using Clock = std::chrono::steady_clock;
using Ending = RawClient::Ending;

constexpr std::string_view get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string answer = answer_bytes(200, "0123456789");

FakeHandler::Plan with_steps(std::vector<DeliveryStep> steps) {
  return [steps = std::move(steps)](const HttpRequest&, Delivery& delivery) {
    delivery.bytes = answer;
    delivery.steps = steps;
  };
}

/// A delivery cut at `offset` by `how`, as a fresh client saw it.
RawClient::Read read_cut(FakeHandler& handler) {
  const FrontDoor door{handler, {}, Clock::now()};
  return RawClient{door.port()}.send(get).read_to_end();
}

TEST(Delivery, IsCutByFinAtEveryOffset) {
  for (std::size_t offset = 0; offset < answer.size(); ++offset) {
    FakeHandler handler{with_steps({SendUntil{offset}, Close{}})};

    const auto read = read_cut(handler);

    ASSERT_EQ(read.bytes, answer.substr(0, offset));
    ASSERT_EQ(read.ending, Ending::fin) << offset;
    ASSERT_EQ(handler.state_of(1), DeliveryState::cut) << offset;
    ASSERT_EQ(handler.report_on(1).bytes_sent, offset);
    ASSERT_EQ(handler.report_on(1).bytes_total, answer.size());
  }
}

TEST(Delivery, IsCutByResetAtEveryOffset) {
  for (std::size_t offset = 0; offset < answer.size(); ++offset) {
    FakeHandler handler{with_steps({SendUntil{offset}, Reset{}})};

    const auto read = read_cut(handler);

    ASSERT_EQ(read.ending, Ending::reset) << offset;
    ASSERT_EQ(answer.substr(0, read.bytes.size()), read.bytes);
    ASSERT_EQ(handler.state_of(1), DeliveryState::cut) << offset;
    ASSERT_EQ(handler.report_on(1).bytes_sent, offset);
  }
}

TEST(Delivery, IsCompleteWhereTheConnectionEndsAfterTheBody) {
  FakeHandler handler{with_steps({SendUntil{answer.size()}, Close{}})};

  const auto read = read_cut(handler);

  EXPECT_EQ(read.bytes, answer);
  EXPECT_EQ(read.ending, Ending::fin);
  EXPECT_EQ(handler.state_of(1), DeliveryState::complete);
}

TEST(Delivery, EndsByFinThoughTheClientHasSentMore) {
  FakeHandler handler{with_steps({Close{}})};
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send(std::string{get} + std::string(100000, 'x'));

  EXPECT_EQ(client.read_to_end().ending, Ending::fin);
}

TEST(Delivery, WaitsBeforeEachStepThatAWaitStandsBefore) {
  FakeHandler handler{with_steps({Wait{milliseconds{15}}, SendUntil{3}, Wait{milliseconds{15}}})};
  const FrontDoor door{handler, {}, Clock::now()};
  const auto before = Clock::now();

  const auto read = RawClient{door.port()}.send(get).read_answer();

  EXPECT_EQ(read, answer);
  EXPECT_GE(Clock::now() - before, milliseconds{30});
  EXPECT_EQ(handler.state_of(1), DeliveryState::complete);
}

TEST(Delivery, KeepsTheConnectionAfterADelay) {
  FakeHandler handler{with_steps({Wait{milliseconds{1}}})};
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  EXPECT_EQ(client.send(get).read_answer(), answer);
  EXPECT_EQ(client.send(get).read_answer(), answer);
}

TEST(Delivery, HoldsNoThreadWhileItWaits) {
  FakeHandler handler{waiting_at_slow()};
  const FrontDoor door{handler, {.workers = 1}, Clock::now()};
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int client = 0; client < 100; ++client) {
    slow.push_back(std::make_unique<RawClient>(door.port()));
    slow.back()->send(get_slow);
  }

  EXPECT_EQ(RawClient{door.port()}.send(get).read_status(), 200);
}

TEST(Delivery, FailsAsSoonAsTheClientGivesUpWaiting) {
  for (const auto how : {Ending::fin, Ending::reset}) {
    FakeHandler handler{waiting_at_slow()};
    const FrontDoor door{handler, {.workers = 1}, Clock::now()};
    RawClient client{door.port()};
    client.send(get_slow);
    while (handler.requests().empty()) std::this_thread::yield();
    RawClient{door.port()}.send(get).read_answer();  // the only worker has come to its wait

    how == Ending::fin ? client.close() : client.reset();

    EXPECT_EQ(handler.state_of(1), DeliveryState::failed);
    EXPECT_EQ(handler.report_on(1).bytes_sent, 0U);
  }
}

TEST(Delivery, IsFinishedBeforeTheClientCanGoOn) {
  FakeHandler handler;
  const auto started = Clock::now();
  const FrontDoor door{handler, {}, started};
  RawClient client{door.port()};
  for (std::uint64_t seq = 1; seq <= 1000; ++seq) {
    ASSERT_EQ(client.send(get).read_status(), 200);
    const auto went_on = Clock::now() - started;

    ASSERT_LE(handler.report_on(seq).finished, went_on);
  }
}

TEST(Delivery, ReachesAClientThatFinishedSendingBeforeTheAnswerWasHeldBack) {
  std::atomic<bool> has_finished = false;
  FakeHandler handler{[&](const HttpRequest&, Delivery& delivery) {
    while (!has_finished) std::this_thread::yield();
    delivery.bytes = answer;
    delivery.steps = {Wait{milliseconds{5}}};
  }};
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send(get);
  client.finish_sending();
  has_finished = true;

  EXPECT_EQ(client.read_to_end().bytes, answer);
  EXPECT_EQ(handler.state_of(1), DeliveryState::complete);
}

TEST(Delivery, FailsWhereTheClientIsGoneBeforeTheFirstByte) {
  std::atomic<bool> is_gone = false;
  FakeHandler handler{[&](const HttpRequest&, Delivery&) {
    while (!is_gone) std::this_thread::yield();
  }};
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};
  client.send(get);

  client.close();
  is_gone = true;

  EXPECT_EQ(handler.state_of(1), DeliveryState::failed);
}

TEST(Delivery, OfManyBytesReachesAClientThatReadsLate) {
  const std::string body(20'000'000, 'b');
  FakeHandler handler{[&](const HttpRequest&, Delivery& delivery) { delivery.bytes = answer_bytes(200, body); }};
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send(get);
  while (handler.requests().empty()) std::this_thread::yield();

  EXPECT_EQ(client.read_answer().size(), answer_bytes(200, body).size());
  EXPECT_EQ(handler.state_of(1), DeliveryState::complete);
}

TEST(Delivery, FailsWhereTheClientNeverReads) {
  const std::string body(20'000'000, 'b');
  FakeHandler handler{[&](const HttpRequest&, Delivery& delivery) { delivery.bytes = answer_bytes(200, body); }};
  const FrontDoor door{handler, {.idle_timeout = milliseconds{20}}, Clock::now()};
  RawClient client{door.port()};

  client.send(get);

  EXPECT_EQ(handler.state_of(1), DeliveryState::failed);
  EXPECT_GT(handler.report_on(1).bytes_sent, 0U);
  EXPECT_LT(handler.report_on(1).bytes_sent, body.size());
}

TEST(Delivery, FailsWhereTheServerStopsMeanwhile) {
  FakeHandler handler{with_steps({Wait{minutes{10}}})};
  auto door = std::make_unique<FrontDoor>(handler, FrontDoorOptions{}, Clock::now());
  RawClient client{door->port()};
  client.send(get);
  while (handler.requests().empty()) std::this_thread::yield();

  door.reset();

  EXPECT_EQ(handler.state_of(1), DeliveryState::failed);
}

}  // namespace
}  // namespace gcmock
