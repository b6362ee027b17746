// The front door over TLS: handshakes good and bad, requests, and deliveries that end as they do in the clear.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "http/fake_handler_in_tests.h"
#include "http/front_door.h"
#include "http/tls_client_in_tests.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;
using Ending = TlsClient::Ending;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::string_view get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string answer = answer_bytes(200, "0123456789");

FrontDoorOptions over_tls(CertificateKind kind = CertificateKind::valid) {
  FrontDoorOptions options;
  options.tls = TlsOptions{{"localhost", "127.0.0.1"}, [kind](std::uint64_t) { return kind; }};
  return options;
}

TlsClient client_of(const FrontDoor& door, int max_version = TLS1_3_VERSION) {
  return {door.port(), {door.ca_certificate(), "localhost", max_version}};
}

FakeHandler::Plan with_steps(std::vector<DeliveryStep> steps) {
  return [steps = std::move(steps)](const HttpRequest&, Delivery& delivery) {
    delivery.bytes = answer;
    delivery.steps = steps;
  };
}

template <class Claim>
bool comes_true(Claim claim) {
  const auto give_up = Clock::now() + std::chrono::seconds{10};
  while (!claim() && Clock::now() < give_up) std::this_thread::yield();
  return claim();
}

TEST(Tls, AnswersOverEachVersionThatIsStillInUse) {
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    FakeHandler handler{with_steps({})};
    const FrontDoor door{handler, over_tls(), Clock::now()};
    auto client = client_of(door, version);

    EXPECT_EQ(client.shake_hands(), X509_V_OK);
    EXPECT_EQ(SSL_version(&client.ssl()), version);
    EXPECT_EQ(client.send(get).read(answer.size()), answer);
    EXPECT_EQ(handler.state_of(1), DeliveryState::complete);
    EXPECT_EQ(door.handshakes(), (Handshakes{1, 0, ""}));
  }
}

TEST(Tls, KeepsTheConnectionForTheNextRequest) {
  FakeHandler handler{with_steps({Wait{milliseconds{1}}})};
  const FrontDoor door{handler, over_tls(), Clock::now()};
  auto client = client_of(door);

  EXPECT_EQ(client.send(get).read(answer.size()), answer);
  EXPECT_EQ(client.send(get).read(answer.size()), answer);
  EXPECT_EQ(door.handshakes().completed, 1U);
}

TEST(Tls, AnswersPipelinedRequestsInTheirOrder) {
  FakeHandler handler;
  const FrontDoor door{handler, over_tls(), Clock::now()};
  auto client = client_of(door);
  std::string requests;
  std::string answers;
  for (int number = 0; number < 1000; ++number) {
    const auto target = "/" + std::to_string(number);
    requests += "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n";
    answers += answer_bytes(200, target);
  }

  client.send(requests);

  EXPECT_EQ(client.read(answers.size()), answers);
}

TEST(Tls, ReadsARequestThatComesInManyRecords) {
  FakeHandler handler;
  const FrontDoor door{handler, over_tls(), Clock::now()};
  auto client = client_of(door);
  const std::string body(300'000, 'b');

  client.send("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 300000\r\n\r\n");
  client.send(body);
  for (const char letter : get) client.send({&letter, 1});

  client.read(answer_bytes(200, "/p").size() + answer_bytes(200, "/").size());
  ASSERT_THAT(handler.requests(), SizeIs(2));
  EXPECT_EQ(handler.requests().front().body, body);
}

TEST(Tls, DeliversManyBytesToAClientThatReadsLate) {
  const std::string body(20'000'000, 'b');
  FakeHandler handler{[&](const HttpRequest&, Delivery& delivery) { delivery.bytes = answer_bytes(200, body); }};
  const FrontDoor door{handler, over_tls(), Clock::now()};
  auto client = client_of(door);

  client.send(get);
  while (handler.requests().empty()) std::this_thread::yield();

  EXPECT_EQ(client.read(answer_bytes(200, body).size()), answer_bytes(200, body));
  EXPECT_EQ(handler.state_of(1), DeliveryState::complete);
}

TEST(Tls, CutsByFinAtEveryOffsetAndSaysNoGoodbye) {
  for (std::size_t offset = 0; offset <= answer.size(); ++offset) {
    FakeHandler handler{with_steps({SendUntil{offset}, Close{}})};
    const FrontDoor door{handler, over_tls(), Clock::now()};

    const auto read = client_of(door).send(get).read_to_end();

    ASSERT_EQ(read.bytes, answer.substr(0, offset));
    ASSERT_EQ(read.ending, Ending::fin) << offset;
    ASSERT_EQ(handler.report_on(1).bytes_sent, offset);
  }
}

TEST(Tls, CutsByResetAtEveryOffset) {
  for (std::size_t offset = 0; offset < answer.size(); ++offset) {
    FakeHandler handler{with_steps({SendUntil{offset}, Reset{}})};
    const FrontDoor door{handler, over_tls(), Clock::now()};

    const auto read = client_of(door).send(get).read_to_end();

    ASSERT_EQ(read.ending, Ending::reset) << offset;
    ASSERT_EQ(answer.substr(0, read.bytes.size()), read.bytes);
    ASSERT_EQ(handler.state_of(1), DeliveryState::cut) << offset;
  }
}

TEST(Tls, SaysGoodbyeWhereAConnectionEndsInOrder) {
  FakeHandler handler;
  auto options = over_tls();
  options.idle_timeout = milliseconds{20};
  const FrontDoor door{handler, options, Clock::now()};

  const auto asked_to_close = client_of(door).send("GET / HTTP/1.0\r\n\r\n").read_to_end();
  const auto malformed = client_of(door).send("nonsense\r\n\r\n").read_to_end();
  const auto idle = client_of(door).send(get).read_to_end();

  EXPECT_EQ(asked_to_close.ending, Ending::close_notify);
  EXPECT_EQ(malformed.ending, Ending::close_notify);
  EXPECT_EQ(idle.ending, Ending::close_notify);
}

TEST(Tls, SaysGoodbyeToAClientThatDidSo) {
  FakeHandler handler{with_steps({})};
  const FrontDoor door{handler, over_tls(), Clock::now()};
  auto client = client_of(door);
  client.send(get).read(answer.size());

  SSL_shutdown(&client.ssl());

  EXPECT_EQ(client.read_to_end().ending, Ending::close_notify);
}

TEST(Tls, NoticesAClientThatGivesUpWaiting) {
  for (const bool by_reset : {false, true}) {
    FakeHandler handler{waiting_at_slow()};
    auto options = over_tls();
    options.workers = 1;
    const FrontDoor door{handler, options, Clock::now()};
    auto client = client_of(door);
    client.send(get_slow);
    while (handler.requests().empty()) std::this_thread::yield();
    client_of(door).send(get).read(1);  // the only worker has come to its wait

    by_reset ? client.raw().reset() : client.raw().close();

    EXPECT_EQ(handler.state_of(1), DeliveryState::failed);
    EXPECT_EQ(handler.report_on(1).bytes_sent, 0U);
  }
}

TEST(Tls, CallsForTheBodyOfAClientThatWaitsWithIt) {
  FakeHandler handler{with_steps({})};
  const FrontDoor door{handler, over_tls(), Clock::now()};
  auto client = client_of(door);
  constexpr std::string_view call{"HTTP/1.1 100 Continue\r\n\r\n"};

  client.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");

  EXPECT_EQ(client.read(call.size()), call);
  EXPECT_EQ(client.send("body").read(answer.size()), answer);
}

TEST(Tls, ShowsEachCertificateThatAClientMustRefuse) {
  const std::vector<std::pair<CertificateKind, long>> bad{
      {CertificateKind::expired, X509_V_ERR_CERT_HAS_EXPIRED},
      {CertificateKind::not_yet_valid, X509_V_ERR_CERT_NOT_YET_VALID},
      {CertificateKind::self_signed, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT},
      {CertificateKind::wrong_host, X509_V_ERR_HOSTNAME_MISMATCH},
      {CertificateKind::untrusted_ca, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY}};
  for (const auto& [kind, why] : bad) {
    FakeHandler handler;
    const FrontDoor door{handler, over_tls(kind), Clock::now()};
    auto client = client_of(door);

    EXPECT_EQ(client.shake_hands(), why) << kind;
    EXPECT_TRUE(comes_true([&] { return door.handshakes().failed == 1; })) << kind;
    EXPECT_THAT(door.handshakes().last_failure, HasSubstr("alert")) << kind;
    EXPECT_THAT(handler.requests(), SizeIs(0)) << kind;
  }
}

TEST(Tls, ShowsEachConnectionTheCertificateThatIsChosenForIt) {
  FakeHandler handler;
  FrontDoorOptions options;
  options.tls = TlsOptions{{"localhost"}, [](std::uint64_t connection) {
                             return connection == 2 ? CertificateKind::expired : CertificateKind::valid;
                           }};
  const FrontDoor door{handler, options, Clock::now()};

  std::vector<long> verdicts;
  for (int connection = 1; connection <= 3; ++connection) verdicts.push_back(client_of(door).shake_hands());

  EXPECT_THAT(verdicts, testing::ElementsAre(X509_V_OK, X509_V_ERR_CERT_HAS_EXPIRED, X509_V_OK));
}

TEST(Tls, ClosesAConnectionThatSpeaksNoTls) {
  FakeHandler handler;
  const FrontDoor door{handler, over_tls(), Clock::now()};

  const auto read = RawClient{door.port()}.send(get).read_to_end();

  EXPECT_EQ(read.ending, RawClient::Ending::fin);
  EXPECT_THAT(read.bytes, testing::Not(HasSubstr("HTTP/1.1")));
  EXPECT_EQ(door.handshakes(), (Handshakes{0, 1, "http request", 0, 1}));
}

TEST(Tls, AnswersAClientThatSpeaksTlsToAPlainPort) {
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  TlsClient client{door.port(), {}};

  client.shake_hands();

  EXPECT_FALSE(SSL_is_init_finished(&client.ssl()));
  EXPECT_TRUE(comes_true([&] { return handler.malformed().size() == 1; }));
}

TEST(Tls, KeepsNobodyWaitingForSlowHandshakes) {
  FakeHandler handler{with_steps({})};
  auto options = over_tls();
  options.workers = 1;
  const FrontDoor door{handler, options, Clock::now()};
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int client = 0; client < 50; ++client) {
    slow.push_back(std::make_unique<RawClient>(door.port()));
    slow.back()->send(std::string_view{"\x16\x03\x01\x00", 4});  // a record begins, and no more of it comes
  }

  EXPECT_EQ(client_of(door).send(get).read(answer.size()), answer);
}

TEST(Tls, EndsHandshakesThatDoNotComeToTheirEnd) {
  FakeHandler handler;
  auto options = over_tls();
  options.handshake_timeout = milliseconds{20};
  const FrontDoor door{handler, options, Clock::now()};
  RawClient silent{door.port()};

  EXPECT_EQ(silent.read_to_end().ending, RawClient::Ending::fin);
  EXPECT_EQ(door.handshakes(), (Handshakes{0, 1, "the handshake did not come to its end in time"}));
}

TEST(Tls, StopsAtOnceWithHandshakesHalfDone) {
  FakeHandler handler;
  auto door = std::make_unique<FrontDoor>(handler, over_tls(), Clock::now());
  RawClient silent{door->port()};
  RawClient halfway{door->port()};
  halfway.send(std::string_view{"\x16\x03\x01\x00", 4});
  auto done = client_of(*door);
  done.shake_hands();
  const auto before = Clock::now();

  door.reset();

  EXPECT_LT(Clock::now() - before, milliseconds{100});
}

TEST(Tls, ChoosesHttp11OfTheProtocolsThatAreOffered) {
  FakeHandler handler;
  const FrontDoor door{handler, over_tls(), Clock::now()};
  auto client = client_of(door);
  constexpr std::string_view offered{"\x02h2\x08http/1.1"};
  SSL_set_alpn_protos(&client.ssl(), reinterpret_cast<const unsigned char*>(offered.data()), offered.size());

  client.shake_hands();

  const unsigned char* chosen = nullptr;
  unsigned size = 0;
  SSL_get0_alpn_selected(&client.ssl(), &chosen, &size);
  EXPECT_EQ((std::string_view{reinterpret_cast<const char*>(chosen), size}), "http/1.1");
}

TEST(FrontDoor, ServesEachHostAtItsOwnPortWhereItHasTwo) {
  FakeHandler handler;
  const FrontDoor door{handler, {.api_port = 0}, Clock::now()};

  RawClient{door.port()}.send(get).read_status();
  RawClient{door.api_port()}.send(get).read_status();

  ASSERT_NE(door.port(), door.api_port());
  ASSERT_THAT(handler.requests(), SizeIs(2));
  EXPECT_EQ(handler.requests()[0].served_at_port, HostsServed::login);
  EXPECT_EQ(handler.requests()[1].served_at_port, HostsServed::api);
  EXPECT_NE(handler.requests()[0].connection, handler.requests()[1].connection);
}

}  // namespace
}  // namespace gcmock
