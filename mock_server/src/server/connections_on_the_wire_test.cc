// Actions that shape the delivery, the connection and the ones that come after it, as a raw client sees them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <thread>

#include "http/tls_client_in_tests.h"
#include "server/wire_in_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using testing::StartsWith;
using Clock = std::chrono::steady_clock;
using Ending = RawClient::Ending;

MockServer server_that(std::vector<Action> actions, const ServerOptions& options = {}) {
  return MockServer{lasting_orgs(), at_the_first(Stage::after_settling, std::move(actions)), options};
}

/// The request has been taken, and what is to be sent of its answer is out.
void wait_until_told(const MockServer& server) {
  while (server.journal_size() == 0) std::this_thread::yield();
  EXPECT_TRUE(server.wait_until_delivered(10s));
}

milliseconds time_to_answer(std::vector<Action> actions) {
  const auto before = Clock::now();
  const auto seen = seen_after_settling(std::move(actions));
  EXPECT_EQ(seen.exchange.delivery.state, DeliveryState::complete);
  return std::chrono::floor<milliseconds>(Clock::now() - before);
}

TEST(DelayOnTheWire, LastsAtLeastAsLongAsTheShortestDraw) {
  EXPECT_GE(time_to_answer({Delay{UniformTime{20ms, 30ms}}}), 20ms);
  EXPECT_GE(time_to_answer({Delay{LognormalTime{20ms, 0, std::nullopt}}}), 20ms);
}

TEST(DripOnTheWire, SendsTheWholeAnswerAFewBytesAtATime) {
  const auto whole = seen_after_settling({Delay{}});
  const auto before = Clock::now();

  const auto seen = seen_after_settling({Drip{100, 5ms}});

  const auto pauses = (whole.bytes.size() - 1) / 100;
  EXPECT_GT(pauses, 1U);
  EXPECT_GE(Clock::now() - before, pauses * 5ms);
  EXPECT_EQ(seen.bytes, whole.bytes);
  EXPECT_EQ(seen.exchange.delivery.state, DeliveryState::complete);
}

TEST(DripOnTheWire, EndsWhereTheConnectionIsCut) {
  const auto whole = seen_after_settling({Delay{}});

  const auto seen = seen_after_settling({Drip{100, 1ms}, Cut{CutPoint::inside_body, CutHow::close}});

  EXPECT_GT(seen.bytes.size(), 100U);
  EXPECT_EQ(seen.bytes, whole.bytes.substr(0, seen.bytes.size()));
  EXPECT_LT(seen.bytes.size(), whole.bytes.size());
  EXPECT_EQ(seen.exchange.delivery.state, DeliveryState::cut);
}

TEST(HalfCloseOnTheWire, IsAFinAndWhatTheClientSendsIsStillTaken) {
  const auto server = std::make_unique<MockServer>(
      lasting_orgs(), at_the_first(Stage::after_settling, {Cut{CutPoint::inside_body, CutHow::half_close}}));
  RawClient client{server->port()};

  const auto read = client.send(refresh_request()).read_to_end();
  // Over loopback a reset is there when send() returns: a socket that was closed would have sent one by the second.
  for (int i = 0; i < 3; ++i) client.send(refresh_request());

  EXPECT_EQ(read.ending, Ending::fin);
  EXPECT_THAT(read.bytes, StartsWith("HTTP/1.1 200 OK"));
  EXPECT_TRUE(client.can_still_send());
  EXPECT_EQ(server->journal().size(), 1U);
  wait_until_told(*server);
  EXPECT_EQ(server->journal().at(0).delivery.state, DeliveryState::cut);
}

TEST(SilenceOnTheWire, LastsUntilTheClientLeaves) {
  const auto server = server_that({FallSilent{CutPoint::before_headers}});
  RawClient client{server.port()};

  client.send(refresh_request());

  wait_until_told(server);
  EXPECT_EQ(server.journal().at(0).delivery.state, DeliveryState::cut);
  EXPECT_EQ(server.journal().at(0).delivery.bytes_sent, 0U);
  EXPECT_TRUE(client.hears_nothing_for(20ms));
  EXPECT_TRUE(client.send(refresh_request()).can_still_send());
}

TEST(SilenceOnTheWire, CanBeginInsideTheAnswer) {
  const auto server = server_that({FallSilent{CutPoint::inside_body}});
  RawClient client{server.port()};

  const auto head = client.send(refresh_request()).read_past("\r\n\r\n{");

  EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK"));
  wait_until_told(server);
  EXPECT_LT(server.journal().at(0).delivery.bytes_sent, server.journal().at(0).delivery.bytes_total);
}

TEST(SilenceOnTheWire, DoesNotKeepTheServerFromStopping) {
  auto server = std::make_unique<MockServer>(lasting_orgs(), at_the_first(Stage::after_settling, {FallSilent{}}));
  RawClient client{server->port()};
  client.send(refresh_request());
  wait_until_told(*server);
  const auto before = Clock::now();

  server.reset();

  EXPECT_LT(Clock::now() - before, 1s);
  EXPECT_NE(client.read_to_end().ending, Ending::none);
}

TEST(CloseIdleOnTheWire, ResetsAtTheNextRequest) {
  const auto server = server_that({CloseIdle{}});
  RawClient client{server.port()};

  const auto answer = client.send(refresh_request()).read_answer();
  EXPECT_THAT(answer, testing::HasSubstr("Connection: keep-alive\r\n"));
  const auto next = client.send("POST /oauth").read_to_end();

  EXPECT_EQ(next.bytes, "");
  EXPECT_EQ(next.ending, Ending::reset);
  EXPECT_EQ(server.journal().size(), 1U);
  EXPECT_EQ(server.journal().at(0).delivery.state, DeliveryState::complete);
}

TEST(CloseIdleOnTheWire, ResetsAPipelinedRequest) {
  const auto server = server_that({CloseIdle{}});
  RawClient client{server.port()};

  client.send(refresh_request() + refresh_request());

  EXPECT_EQ(client.read_to_end().ending, Ending::reset);
  EXPECT_EQ(server.journal().size(), 1U);
}

TEST(CloseIdleOnTheWire, SendsFinWhenTheConnectionWasIdleSoLong) {
  const auto server = server_that({CloseIdle{10ms}});
  RawClient client{server.port()};

  client.send(refresh_request()).read_answer();

  EXPECT_EQ(client.read_to_end().ending, Ending::fin);
}

TEST(CloseIdleOnTheWire, IsOverWithTheNextRequestThatComesInTime) {
  const auto server = server_that({CloseIdle{10s}});
  RawClient client{server.port()};
  client.send(refresh_request()).read_answer();

  EXPECT_EQ(client.send(refresh_request()).read_status(), 200);
  EXPECT_EQ(server.journal().size(), 2U);
}

TEST(NextConnectionsOnTheWire, AreRefusedSoManyTimesAndNoMore) {
  const auto server = server_that({NextConnections{ConnectionFate::refused, 2}});
  RawClient first{server.port()};
  first.send(refresh_request()).read_answer();

  for (int i = 0; i < 2; ++i) {
    const auto refused = RawClient{server.port()}.send(refresh_request()).read_to_end();
    EXPECT_EQ(refused.ending, Ending::reset);
    EXPECT_EQ(refused.bytes, "");
  }

  EXPECT_EQ(RawClient{server.port()}.send(refresh_request()).read_status(), 200);
  EXPECT_EQ(first.send(refresh_request()).read_status(), 200);
  EXPECT_EQ(server.journal().size(), 3U);
}

ServerOptions https() {
  ServerOptions options;
  options.scheme = Scheme::https;
  return options;
}

TEST(NextConnectionsOnTheWire, AreShownTheCertificateThatTheRuleNames) {
  const std::vector<std::pair<ConnectionFate, long>> fates{
      {ConnectionFate::expired, X509_V_ERR_CERT_HAS_EXPIRED},
      {ConnectionFate::not_yet_valid, X509_V_ERR_CERT_NOT_YET_VALID},
      {ConnectionFate::self_signed, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT},
      {ConnectionFate::wrong_host, X509_V_ERR_HOSTNAME_MISMATCH},
      {ConnectionFate::untrusted_ca, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY}};
  for (const auto& [fate, verdict] : fates) {
    const auto server = server_that({NextConnections{fate, 1}}, https());
    const TlsClient::Trust trust{server.ca_certificate()};
    TlsClient first{server.port(), trust};
    EXPECT_EQ(first.shake_hands(), X509_V_OK);
    first.send(refresh_request()).read(20);

    EXPECT_EQ(TlsClient(server.port(), trust).shake_hands(), verdict);
    EXPECT_EQ(TlsClient(server.port(), trust).shake_hands(), X509_V_OK);
  }
}

TEST(NextConnectionsOnTheWire, HaveTheirHandshakeAborted) {
  const auto server = server_that({NextConnections{ConnectionFate::handshake_aborted, 1}}, https());
  const TlsClient::Trust trust{server.ca_certificate()};
  TlsClient{server.port(), trust}.send(refresh_request()).read(20);

  EXPECT_EQ(RawClient{server.port()}.send("\x16\x03\x01").read_to_end().ending, Ending::reset);

  EXPECT_EQ(server.handshakes().last_failure, "a rule of the script aborted the handshake");
  EXPECT_EQ(TlsClient(server.port(), trust).shake_hands(), X509_V_OK);
}

TEST(AdvanceClockOnTheWire, MovesDomainTimeInTheSameStep) {
  const auto server = server_that({AdvanceClock{1h}});
  const auto before = server.now();

  RawClient{server.port()}.send(refresh_request()).read_answer();

  EXPECT_EQ(server.now() - before, 1h);
  EXPECT_EQ(server.journal().at(0).at, before);
  ASSERT_EQ(server.journal().at(0).changes.size(), 1U);
  EXPECT_EQ(server.journal().at(0).rule->what, "advance the clock by 3600000ms");
}

}  // namespace
}  // namespace gcmock
