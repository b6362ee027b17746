// Services behind the front door: answers at once, later, and bit by bit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "gcmock/http/service.h"
#include "http/raw_client_in_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Ending = RawClient::Ending;

std::string get(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n";
}

/// What a test says from its own thread, and whom that reaches.
class Word {
 public:
  void say(const std::string& text) {
    const std::lock_guard lock(mutex_);
    text_ += text;
    for (const ServiceBell& bell : bells_) bell();
  }
  std::string take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(text_, {});
  }
  void listen(ServiceBell bell) {
    const std::lock_guard lock(mutex_);
    bells_.push_back(std::move(bell));
  }
  std::atomic<int> listeners = 0;

 private:
  std::mutex mutex_;  // guards all below
  std::string text_;
  std::vector<ServiceBell> bells_;
};

class LaterWord final : public PendingAnswer {
 public:
  LaterWord(Word& word, std::chrono::milliseconds wait) : word_(word), wait_(wait) { ++word_.listeners; }
  ~LaterWord() override { --word_.listeners; }
  bool take(ServiceAnswer& answer) override {
    const bool in_vain = ++asked_ > 1 && wait_ < 1s;
    answer.body = in_vain ? "nothing" : word_.take();
    return !answer.body.empty();
  }
  [[nodiscard]] std::chrono::milliseconds time_to_wait() const override { return wait_; }

 private:
  Word& word_;
  const std::chrono::milliseconds wait_;
  int asked_ = 0;
};

class Words final : public BodySource {
 public:
  explicit Words(Word& word) : word_(word) { ++word_.listeners; }
  ~Words() override { --word_.listeners; }
  std::string take() override {
    std::string text = word_.take();
    is_over_ = text.ends_with('.');
    return text;
  }
  [[nodiscard]] bool is_over() const override { return is_over_; }

 private:
  Word& word_;
  bool is_over_ = false;
};

class TestService final : public HttpService {
 public:
  ServiceReply handle(ServiceRequest request, ServiceBell bell) override {
    if (request.path == "/fails") throw std::runtime_error("secret");
    if (request.path == "/echo") {
      const std::string* name = request.parameter("name");
      const std::string* header = request.header("x-test");
      return ServiceAnswer{200,
                           {{"X-Got", header == nullptr ? "" : *header}},
                           request.method + " " + (name == nullptr ? "" : *name) + " " + request.body};
    }
    if (request.path == "/nothing") return ServiceAnswer{200, {}, "body", BrokenOff::before_head};
    if (request.path == "/half") return ServiceAnswer{200, {}, "half", BrokenOff::in_body};
    word.listen(std::move(bell));
    if (request.path == "/later") return std::make_unique<LaterWord>(word, 10s);
    if (request.path == "/in_vain") return std::make_unique<LaterWord>(word, 5ms);
    return StreamedAnswer{{200, {{"Content-Type", "text/event-stream"}}, "begin "}, std::make_unique<Words>(word)};
  }

  Word word;
};

class ServiceDoorTest : public testing::Test {
 protected:
  void wait_for_listeners(int count) {
    const auto give_up = std::chrono::steady_clock::now() + 10s;
    while (service_.word.listeners != count && std::chrono::steady_clock::now() < give_up) std::this_thread::yield();
    ASSERT_EQ(service_.word.listeners, count);
  }

  TestService service_;
  ServiceDoor door_{service_, {}};
};

TEST_F(ServiceDoorTest, AnswersAtOnce) {
  RawClient client{door_.port()};

  const std::string first = client.send(get("/echo?name=a%20b")).read_answer();
  client.send("POST /echo HTTP/1.1\r\nHost: h\r\nX-TEST: seen\r\nContent-Length: 4\r\n\r\nbody");
  const std::string second = client.read_answer();

  EXPECT_THAT(first, AllOf(StartsWith("HTTP/1.1 200 "), EndsWith("GET a b ")));
  EXPECT_THAT(second, AllOf(HasSubstr("X-Got: seen\r\n"), EndsWith("POST  body")));
}

TEST_F(ServiceDoorTest, AnswersLaterOnTheSameConnection) {
  RawClient client{door_.port()};
  client.send(get("/later"));
  wait_for_listeners(1);

  EXPECT_TRUE(client.hears_nothing_for(10ms));
  service_.word.say("now");

  EXPECT_THAT(client.read_answer(),
              AllOf(StartsWith("HTTP/1.1 200 "), HasSubstr("Content-Length: 3"), EndsWith("now")));
  EXPECT_THAT(client.send(get("/echo")).read_answer(), StartsWith("HTTP/1.1 200 "));
  wait_for_listeners(0);
}

TEST_F(ServiceDoorTest, AsksAgainWhereNobodyRings) {
  RawClient client{door_.port()};

  EXPECT_THAT(client.send(get("/in_vain")).read_answer(), EndsWith("nothing"));
}

TEST_F(ServiceDoorTest, TakesAWordThatWasSaidBefore) {
  service_.word.say("before");

  EXPECT_THAT(RawClient{door_.port()}.send(get("/later")).read_answer(), EndsWith("before"));
}

TEST_F(ServiceDoorTest, SendsABodyBitByBitUntilItIsOver) {
  RawClient client{door_.port()};

  const std::string head = client.send(get("/stream")).read_past("begin ");
  service_.word.say("one");
  const std::string one = client.read_past("one");
  service_.word.say("two.");
  const auto rest = client.read_to_end();

  EXPECT_THAT(head,
              AllOf(StartsWith("HTTP/1.1 200 "), HasSubstr("Connection: close\r\n"), Not(HasSubstr("Content-Length"))));
  EXPECT_EQ(one, "one");
  EXPECT_EQ(rest.bytes, "two.");
  EXPECT_EQ(rest.ending, Ending::fin);
  wait_for_listeners(0);
}

TEST_F(ServiceDoorTest, ForgetsAClientThatHasLeft) {
  {
    RawClient streaming{door_.port()};
    streaming.send(get("/stream")).read_past("begin ");
    RawClient hasty{door_.port()};
    hasty.send(get("/later")).close();
    RawClient waiting{door_.port()};
    waiting.send(get("/later"));
    wait_for_listeners(2);  // the hasty one is gone
  }

  wait_for_listeners(0);
  service_.word.say("to nobody");
}

TEST_F(ServiceDoorTest, BreaksAnAnswerOffByClosingItsConnection) {
  const auto nothing = RawClient(door_.port()).send(get("/nothing")).read_to_end();
  EXPECT_EQ(nothing.bytes, "");
  EXPECT_EQ(nothing.ending, Ending::fin);

  const auto half = RawClient(door_.port()).send(get("/half")).read_to_end();
  EXPECT_THAT(half.bytes,
              AllOf(StartsWith("HTTP/1.1 200 "), HasSubstr("Content-Length: 5\r\n"), EndsWith("\r\n\r\nhalf")));
  EXPECT_EQ(half.ending, Ending::fin);

  const auto head = RawClient(door_.port()).send("HEAD /half HTTP/1.1\r\nHost: h\r\n\r\n").read_to_end();
  EXPECT_THAT(head.bytes, AllOf(HasSubstr("Content-Length: 5\r\n"), EndsWith("\r\n\r\n")));
  EXPECT_EQ(head.ending, Ending::fin);
}

TEST_F(ServiceDoorTest, TellsNothingOfAnException) {
  const std::string answer = RawClient{door_.port()}.send(get("/fails")).read_answer();

  EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 500 "), Not(HasSubstr("secret"))));
}

TEST_F(ServiceDoorTest, RefusesWhatIsNoHttp) {
  EXPECT_THAT(RawClient{door_.port()}.send("nonsense\r\n\r\n").read_answer(), StartsWith("HTTP/1.1 400 "));
}

TEST(ServiceDoor, StopsWhileAnswersArePending) {
  TestService service;
  auto door = std::make_unique<ServiceDoor>(service, ServiceDoorOptions{});
  RawClient waiting{door->port()};
  waiting.send(get("/later"));
  while (service.word.listeners != 1) std::this_thread::yield();

  door.reset();
  service.word.say("too late");

  EXPECT_EQ(service.word.listeners, 0);
  EXPECT_EQ(waiting.read_to_end().bytes, "");
}

}  // namespace
}  // namespace gcmock
