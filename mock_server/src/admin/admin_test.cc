// The admin surface asks and moves the clock, and keeps out of everything else.
#include "admin/admin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class Behind final : public Handler {
 public:
  Delivery handle(HttpRequest request) override {
    targets.push_back(request.target);
    Delivery delivery;
    delivery.seq = 1;
    return delivery;
  }
  Delivery handle(const MalformedRequest&) override { return {}; }
  void delivered(std::uint64_t seq, const DeliveryReport&) override { numbers.push_back(seq); }

  void set_bell(Bell) override {}
  std::optional<std::chrono::milliseconds> time_to_hold(std::uint64_t seq) override {
    numbers.push_back(seq);
    return std::nullopt;
  }

  std::vector<std::string> targets;
  std::vector<std::uint64_t> numbers;
};

class AdminSurfaceTest : public testing::Test {
 protected:
  std::string ask(const std::string& method, const std::string& target, const std::string& body = "") {
    HttpRequest request;
    request.method = method;
    request.target = target;
    request.body = body;
    return admin_.handle(request).bytes;
  }

  VirtualClock clock_{Instant{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}}};
  Behind behind_;
  Admin admin_{behind_, admin_routes(clock_)};
};

TEST_F(AdminSurfaceTest, TellsDomainTime) {
  EXPECT_THAT(ask("GET", "/__gcmock/clock"),
              AllOf(StartsWith("HTTP/1.1 200 "), EndsWith("\r\n\r\n{\"now\":\"2026-01-01T00:00:00.000Z\"}\n")));
}

TEST_F(AdminSurfaceTest, MovesTheClockAndTellsTheNewTime) {
  const std::string ahead = ask("POST", "/__gcmock/clock", R"({"advance": "25h"})");
  const std::string back = ask("POST", "/__gcmock/clock", R"({"advance": "-1h"})");

  EXPECT_THAT(ahead, EndsWith("{\"now\":\"2026-01-02T01:00:00.000Z\"}\n"));
  EXPECT_THAT(back, EndsWith("{\"now\":\"2026-01-02T00:00:00.000Z\"}\n"));
}

TEST_F(AdminSurfaceTest, RefusesWhatIsNoMoveAndLeavesTheClock) {
  const Instant before = clock_.now();

  for (const char* body :
       {"", "[]", "{}", R"({"advance": 5})", R"({"advance": "soon"})", R"({"advance": "1h", "to": 1})"})
    EXPECT_THAT(ask("POST", "/__gcmock/clock", body), AllOf(StartsWith("HTTP/1.1 400 "), HasSubstr("advance"))) << body;

  EXPECT_EQ(clock_.now(), before);
}

TEST_F(AdminSurfaceTest, NamesTheMethodsOfAPathAndKnowsNoOther) {
  EXPECT_THAT(ask("DELETE", "/__gcmock/clock"),
              AllOf(StartsWith("HTTP/1.1 405 "), HasSubstr("\r\nAllow: GET, POST\r\n")));
  EXPECT_THAT(ask("GET", "/__gcmock/no_such"), StartsWith("HTTP/1.1 404 "));
  EXPECT_THAT(behind_.targets, IsEmpty());
}

TEST_F(AdminSurfaceTest, LeavesAllOtherPathsToTheWorld) {
  ask("GET", "/api/v2/users/me");
  ask("GET", "/__gcmock_not/clock");
  admin_.delivered(1, {});
  admin_.delivered(0, {});

  EXPECT_THAT(behind_.targets, ElementsAre("/api/v2/users/me", "/__gcmock_not/clock"));
  EXPECT_THAT(behind_.numbers, ElementsAre(1U)) << "an answer of its own has no number";
}

}  // namespace
}  // namespace gcmock
