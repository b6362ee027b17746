// The front door as a client sees it: keep-alive, pipelining, versions, time-outs, ports, stopping.
#include "http/front_door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <memory>
#include <string>
#include <vector>

#include "gcmock/error.h"
#include "http/fake_handler_in_tests.h"
#include "http/raw_client_in_tests.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;
using testing::EndsWith;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

constexpr std::string_view get_a = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";
constexpr std::string_view get_b = "GET /b HTTP/1.1\r\nHost: h\r\n\r\n";

TEST(FrontDoor, AnswersSeveralRequestsOfOneConnection) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  const auto first = client.send(get_a).read_answer();
  const auto second = client.send(get_b).read_answer();

  EXPECT_THAT(first, EndsWith("/a"));
  EXPECT_THAT(second, EndsWith("/b"));
  EXPECT_EQ(handler.requests().at(0).connection, handler.requests().at(1).connection);
}

TEST(FrontDoor, NumbersConnectionsInTheOrderOfAcceptance) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};

  for (int connection = 0; connection < 3; ++connection) RawClient{door.port()}.send(get_a).read_answer();

  std::vector<std::uint64_t> numbers;
  for (const auto& request : handler.requests()) numbers.push_back(request.connection);
  EXPECT_THAT(numbers, testing::ElementsAre(1, 2, 3));
}

TEST(FrontDoor, StampsTheArrivalOnTheServersClock) {
  FakeHandler handler;
  const auto started = Clock::now();
  const FrontDoor door{handler, {}, started};

  RawClient{door.port()}.send(get_a).read_answer();

  EXPECT_GT(handler.requests().at(0).arrived.count(), 0);
  EXPECT_LE(handler.requests().at(0).arrived, Clock::now() - started);
  EXPECT_GE(handler.report_on(1).finished, handler.requests().at(0).arrived);
}

TEST(FrontDoor, AnswersPipelinedRequestsInOrder) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};
  std::string requests;
  for (int number = 0; number < 50; ++number) {
    requests += "POST /" + std::to_string(number) + " HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc";
  }

  client.send(requests);

  for (int number = 0; number < 50; ++number)
    EXPECT_THAT(client.read_answer(), EndsWith("\n/" + std::to_string(number)));
}

TEST(FrontDoor, HoldsAPipelinedRequestBackWhileAnAnswerIsDelayed) {
  FakeHandler handler{[](const HttpRequest& request, Delivery& delivery) {
    if (request.target == "/a") delivery.steps = {Wait{milliseconds{30}}};
  }};
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send(std::string{get_a} + std::string{get_b});

  EXPECT_THAT(client.read_answer(), EndsWith("/a"));
  EXPECT_THAT(client.read_answer(), EndsWith("/b"));
  EXPECT_GE(handler.requests().at(1).arrived, handler.report_on(1).finished);
}

TEST(FrontDoor, ClosesAfterTheAnswerWhenTheClientAsksForIt) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send("GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

  const auto read = client.read_to_end();
  EXPECT_THAT(read.bytes, EndsWith("/a"));
  EXPECT_EQ(read.ending, RawClient::Ending::fin);
  EXPECT_EQ(handler.state_of(1), DeliveryState::complete);
}

TEST(FrontDoor, ClosesAfterTheAnswerWhenTheHandlerAsksForIt) {
  FakeHandler handler{[](const HttpRequest&, Delivery& delivery) { delivery.after = Persistence::close; }};
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send(std::string{get_a} + std::string{get_b});

  EXPECT_THAT(client.read_to_end().bytes, EndsWith("/a"));
  EXPECT_THAT(handler.requests(), SizeIs(1));
}

TEST(FrontDoor, ClosesAfterAnHttp10RequestUnlessItAsksToKeepAlive) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient closing{door.port()};
  RawClient keeping{door.port()};

  closing.send("GET /a HTTP/1.0\r\n\r\n");
  keeping.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");

  EXPECT_EQ(closing.read_to_end().ending, RawClient::Ending::fin);
  EXPECT_THAT(keeping.read_answer(), EndsWith("/a"));
  EXPECT_THAT(keeping.send("GET /b HTTP/1.0\r\n\r\n").read_to_end().bytes, EndsWith("/b"));
}

TEST(FrontDoor, SaysContinueBeforeABodyThatWaitsForIt) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send("POST /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");

  EXPECT_EQ(client.read_past("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_THAT(client.send("body").read_answer(), EndsWith("/a"));
  EXPECT_EQ(handler.requests().at(0).body, "body");
}

TEST(FrontDoor, RefusesInsteadOfSayingContinueWhereTheBodyIsTooLong) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send("POST /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");

  EXPECT_THAT(client.read_to_end().bytes, StartsWith("HTTP/1.1 413 "));
}

TEST(FrontDoor, AnswersAMalformedRequestAndReadsNothingAfterIt) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: +3\r\n\r\nabc" + std::string{get_b});

  const auto read = client.read_to_end();
  EXPECT_THAT(read.bytes, StartsWith("HTTP/1.1 400 "));
  EXPECT_EQ(read.ending, RawClient::Ending::fin);
  EXPECT_THAT(handler.requests(), IsEmpty());
  EXPECT_EQ(handler.state_of(1), DeliveryState::complete);
}

TEST(FrontDoor, LetsAClientThatIsStillSendingReadTheRefusal) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  RawClient client{door.port()};

  client.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n\r\n");
  client.send(std::string(2000000, 'x'));

  const auto read = client.read_to_end();
  EXPECT_THAT(read.bytes, StartsWith("HTTP/1.1 413 "));
  EXPECT_EQ(read.ending, RawClient::Ending::fin);
}

TEST(FrontDoor, AnswersARequestThatDoesNotEndInTime) {
  FakeHandler handler;
  const FrontDoor door{handler, {.head_timeout = milliseconds{20}}, Clock::now()};
  RawClient client{door.port()};

  client.send("GET /a HTTP/1.1\r\nHos");

  EXPECT_THAT(client.read_to_end().bytes, StartsWith("HTTP/1.1 408 "));
  EXPECT_EQ(handler.malformed().at(0).status, 408);
}

TEST(FrontDoor, ClosesAnIdleConnectionWithoutAWord) {
  FakeHandler handler;
  const FrontDoor door{handler, {.idle_timeout = milliseconds{20}}, Clock::now()};
  RawClient never_used{door.port()};
  RawClient used_once{door.port()};

  used_once.send(get_a).read_answer();

  EXPECT_EQ(used_once.read_to_end().bytes, "");
  const auto read = never_used.read_to_end();
  EXPECT_EQ(read.bytes, "");
  EXPECT_EQ(read.ending, RawClient::Ending::fin);
  EXPECT_THAT(handler.malformed(), IsEmpty());
}

TEST(FrontDoor, RefusesAPortThatAnotherServerHas) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};

  EXPECT_THROW((FrontDoor{handler, {.port = door.port()}, Clock::now()}), Error);
  EXPECT_THROW((FrontDoor{handler, {.address = "203.0.113.1"}, Clock::now()}), Error);
}

TEST(FrontDoor, TakesAPortAgainAtOnceAfterItsFormerServerStopped) {
  FakeHandler handler;
  auto former = std::make_unique<FrontDoor>(handler, FrontDoorOptions{}, Clock::now());
  const int port = former->port();
  RawClient{port}.send("GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").read_to_end();
  former.reset();

  const FrontDoor door{handler, {.port = port}, Clock::now()};

  EXPECT_THAT(RawClient{port}.send(get_b).read_answer(), EndsWith("/b"));
}

TEST(FrontDoor, LeavesTheDispositionOfSigpipeAsItWas) {
  struct sigaction before {};
  struct sigaction after {};
  ::signal(SIGPIPE, SIG_DFL);
  ::sigaction(SIGPIPE, nullptr, &before);
  FakeHandler handler;

  const FrontDoor door{handler, {}, Clock::now()};

  ::sigaction(SIGPIPE, nullptr, &after);
  EXPECT_EQ(after.sa_handler, before.sa_handler);
}

}  // namespace
}  // namespace gcmock
