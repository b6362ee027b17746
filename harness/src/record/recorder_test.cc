// What a client gets of an upstream by way of the recorder, and what the recorder keeps of it.
#include "record/recorder.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "client/http_exchange.h"
#include "client/scripted_server_for_tests.h"
#include "gcmock/mock_server.h"
#include "http/raw_client_in_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// An upstream that gives every request the same answer.
class SameAnswer final : public HttpService {
 public:
  explicit SameAnswer(ServiceAnswer answer) : answer_(std::move(answer)) {}
  ServiceReply handle(ServiceRequest, ServiceBell) override { return answer_; }

 private:
  const ServiceAnswer answer_;
};

/// A recorder before an upstream, and a client before the recorder.
class Between {
 public:
  explicit Between(const std::string& upstream, const std::string& ca_file = "", RecorderLimits limits = {})
      : Between(Upstream{upstream, upstream, ca_file}, limits) {}
  explicit Between(Upstream upstream, RecorderLimits limits = {})
      : recorder_(std::move(upstream), limits), door_(recorder_, {}) {}

  HttpResult ask() {
    SentRequest request;
    request.url = "http://127.0.0.1:" + std::to_string(door_.port()) + "/api/v2/users/me";
    return gcmock::exchange(request, std::chrono::steady_clock::now() + 60s);
  }
  ReceivedAnswer answer() {
    const HttpResult result = ask();
    const auto* answer = std::get_if<ReceivedAnswer>(&result);
    return answer == nullptr ? ReceivedAnswer{} : *answer;
  }
  [[nodiscard]] int port() const { return door_.port(); }
  [[nodiscard]] const Recorder& recorder() const { return recorder_; }

 private:
  Recorder recorder_;
  const ServiceDoor door_;
};

std::string url_of(const ServiceDoor& door) {
  return "http://127.0.0.1:" + std::to_string(door.port());
}

bool is_lost(const HttpResult& result) {
  const auto* none = std::get_if<NoAnswer>(&result);
  return none != nullptr && none->because == NoAnswer::Because::answer_lost;
}

TEST(RecorderOfLosses, GivesNoAnswerWhereTheUpstreamGaveNone) {
  const ScriptedServer upstream([](const SeenRequest&) { return std::nullopt; });
  Between between(upstream.url());

  const auto read = RawClient{between.port()}.send("GET /api/v2/users/me HTTP/1.1\r\nHost: h\r\n\r\n").read_to_end();

  EXPECT_EQ(read.bytes, "");
  EXPECT_EQ(read.ending, RawClient::Ending::fin);
  ASSERT_THAT(between.recorder().recorded(), SizeIs(1));
  EXPECT_EQ(between.recorder().recorded()[0].came, AnswerPart::none);
  EXPECT_EQ(between.recorder().recorded()[0].status, 0);
  EXPECT_THAT(upstream.seen(), SizeIs(1));
}

TEST(RecorderOfLosses, GivesNoWholeAnswerWhereTheUpstreamGaveAPart) {
  SameAnswer service({200, {{"Content-Type", "application/json"}}, R"({"acc)", BrokenOff::in_body});
  const ServiceDoor upstream(service, {});
  Between between(url_of(upstream));

  const HttpResult result = between.ask();

  EXPECT_TRUE(is_lost(result));
  ASSERT_THAT(between.recorder().recorded(), SizeIs(1));
  EXPECT_EQ(between.recorder().recorded()[0].came, AnswerPart::head);
  EXPECT_EQ(between.recorder().recorded()[0].status, 200);
}

TEST(RecorderOfLosses, AnswersItselfForAnUpstreamThatCannotBeReached) {
  Between between("http://127.0.0.1:1");

  const ReceivedAnswer answer = between.answer();

  EXPECT_EQ(answer.status, 502);
  EXPECT_THAT(answer.body, HasSubstr("cannot be reached"));
  EXPECT_THAT(between.recorder().recorded(), ElementsAre(Field(&RecordedExchange::came, AnswerPart::all)));
}

TEST(RecorderOfBodies, JoinsChunks) {
  SameAnswer service({200, {{"Transfer-Encoding", "chunked"}}, "5\r\nfirst\r\n8\r\n, second\r\n0\r\n\r\n"});
  const ServiceDoor upstream(service, {});
  Between between(url_of(upstream));

  EXPECT_EQ(between.answer().body, "first, second");
  EXPECT_EQ(between.recorder().recorded().at(0).answer_body, "first, second");
}

TEST(RecorderOfBodies, KeepsEveryByteOfALargeOne) {
  std::string bytes(1024 * 1024, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7 + i / 256);
  SameAnswer service({200, {{"Content-Type", "application/octet-stream"}}, bytes});
  const ServiceDoor upstream(service, {});
  Between between(url_of(upstream));

  EXPECT_TRUE(between.answer().body == bytes);
  EXPECT_TRUE(between.recorder().recorded().at(0).answer_body == bytes);
}

// It asks for none; who compresses all the same is not told what its client gets.
TEST(RecorderOfBodies, LeavesACompressedOneAsItIs) {
  SameAnswer service({200, {{"Content-Encoding", "gzip"}}, "no gzip at all"});
  const ServiceDoor upstream(service, {});
  Between between(url_of(upstream));

  between.ask();

  EXPECT_THAT(between.recorder().recorded(),
              ElementsAre(Field(&RecordedExchange::answer_body, testing::Eq("no gzip at all"))));
}

/// The answer of an upstream that says so many bytes, by way of a recorder that takes 1,000.
ReceivedAnswer answer_with(std::size_t bytes) {
  SameAnswer service({200, {}, std::string(bytes, 'x')});
  const ServiceDoor door(service, {});
  Upstream upstream{url_of(door), url_of(door)};
  upstream.most_bytes_of_an_answer = 1000;
  return Between(std::move(upstream)).answer();
}

TEST(RecorderOfBodies, AnswersItselfForOneThatIsTooLarge) {
  const ReceivedAnswer answer = answer_with(1001);

  EXPECT_EQ(answer.status, 502);
  EXPECT_THAT(answer.body, HasSubstr("larger than the recorder takes"));
}

TEST(RecorderOfBodies, TakesOneThatIsAsLargeAsMayBe) {
  const ReceivedAnswer answer = answer_with(1000);

  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, std::string(1000, 'x'));
}

TEST(RecorderLimits, ForwardsExchangesThatAreTooManyToKeep) {
  const ScriptedServer upstream([](const SeenRequest&) { return ScriptedAnswer{}; });
  Between between(upstream.url(), "", {.exchanges = 2});

  for (int i = 0; i < 3; ++i) EXPECT_EQ(between.answer().status, 200);

  EXPECT_THAT(between.recorder().recorded(), SizeIs(2));
  EXPECT_EQ(between.recorder().not_kept(), 1U);
  EXPECT_THAT(upstream.seen(), SizeIs(3));
}

TEST(RecorderLimits, ForwardsExchangesThatAreTooLargeToKeep) {
  const std::string body(3000, 'x');
  const ScriptedServer upstream([&](const SeenRequest&) { return ScriptedAnswer{200, body, ""}; });
  Between between(upstream.url(), "", {.bytes = 8000});

  for (int i = 0; i < 3; ++i) EXPECT_EQ(between.answer().body, body);

  EXPECT_THAT(between.recorder().recorded(), SizeIs(2));
  EXPECT_EQ(between.recorder().not_kept(), 1U);
}

TEST(RecorderAtRest, IsIdleOnlyOnceSomethingHasGoneBy) {
  const ScriptedServer upstream([](const SeenRequest&) { return ScriptedAnswer{}; });
  Between between(upstream.url());

  EXPECT_EQ(between.recorder().idle_for(), 0ns);
  between.ask();

  EXPECT_GT(between.recorder().idle_for(), 0ns);
}

/// A https upstream, and the file of an authority.
class RecorderOverTls : public testing::Test {
 protected:
  ~RecorderOverTls() override { std::filesystem::remove(file_); }

  static ServerOptions https(CertificateKind certificate = CertificateKind::valid) {
    ServerOptions options;
    options.scheme = Scheme::https;
    options.certificate = certificate;
    return options;
  }
  std::string file_of(const MockServer& server) {
    std::ofstream(file_) << server.ca_certificate();
    return file_.string();
  }

 private:
  const std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / ("gcmock-recorder-ca-" + std::to_string(::getpid()) + ".pem");
};

TEST_F(RecorderOverTls, ForwardsToWhomTheAuthorityCertifies) {
  const MockServer upstream({}, {}, https());
  Between between(upstream.base_url(), file_of(upstream));

  EXPECT_EQ(between.answer().status, 401);
  EXPECT_THAT(upstream.journal(), SizeIs(1));
}

TEST_F(RecorderOverTls, SendsNothingToWhomAnotherAuthorityCertifies) {
  const MockServer upstream({}, {}, https());
  const MockServer another({}, {}, https());
  Between between(upstream.base_url(), file_of(another));

  const ReceivedAnswer answer = between.answer();

  EXPECT_EQ(answer.status, 502);
  EXPECT_THAT(answer.body, HasSubstr("could not prove who it is; nothing was sent"));
  EXPECT_THAT(upstream.journal(), IsEmpty());
}

TEST_F(RecorderOverTls, SendsNothingToWhomTheMachineDoesNotTrust) {
  const MockServer upstream({}, {}, https());
  Between between(upstream.base_url());

  EXPECT_EQ(between.answer().status, 502);
  EXPECT_THAT(upstream.journal(), IsEmpty());
}

TEST_F(RecorderOverTls, SendsNothingWhereACertificateIsNotGood) {
  for (const CertificateKind kind : all_certificate_kinds()) {
    if (kind == CertificateKind::valid) continue;
    const MockServer upstream({}, {}, https(kind));
    Between between(upstream.base_url(), file_of(upstream));

    EXPECT_THAT(between.answer().body, HasSubstr("could not prove who it is")) << kind;
    EXPECT_THAT(upstream.journal(), IsEmpty()) << kind;
  }
}

}  // namespace
}  // namespace gcmock
