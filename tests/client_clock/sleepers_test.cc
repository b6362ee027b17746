// A program whose clock jumps wakes from whatever it waits in, and waits as long as ever where it does not jump.
#include <gmock/gmock.h>

#include <chrono>

#include "client/child_process.h"
#include "client/jumping_clock.h"
#include "client/reply_line.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

class Probe {
 public:
  explicit Probe(const JumpingClock& clock) : process_(start(clock)) {}

  std::string ask(const std::string& line) {
    process_.write_line(line, deadline_in(30s));
    return read();
  }
  std::string read() {
    const auto read = process_.read_line(deadline_in(30s));
    const auto* line = std::get_if<Line>(&read);
    return line == nullptr ? "no reply" : line->text;
  }
  // A jump may come before the program has begun to wait, and is lost on it then: so it jumps until it woke.
  std::string read_while_jumping(JumpingClock& clock, milliseconds by) {
    for (int jumps = 0; jumps < 300; ++jumps) {
      clock.jump(by);
      const auto read = process_.read_line(deadline_in(100ms));
      if (const auto* line = std::get_if<Line>(&read)) return line->text;
    }
    return "no reply";
  }
  milliseconds now() { return read_now(ask(now_request_line())).value_or(0ms); }

 private:
  static ChildProcess start(const JumpingClock& clock) {
    Program program{{CLOCK_PROBE}, "", {}};
    clock.preload_into(program, client_clock_library().value());
    return std::get<ChildProcess>(ChildProcess::start(program));
  }

  ChildProcess process_;
};

long long waited_ms(const std::string& reply) {
  const std::string key = "{\"waited_ms\":";
  return reply.starts_with(key) ? std::stoll(reply.substr(key.size())) : -1;
}

std::string sleep_line(const std::string& how, milliseconds time) {
  return R"({"do":"sleep","how":")" + how + R"(","ms":)" + std::to_string(time.count()) + "}";
}

class Sleepers : public testing::TestWithParam<const char*> {};

TEST_P(Sleepers, WakeWhenTheirClockJumpsOverTheirTime) {
  JumpingClock clock;
  Probe probe(clock);
  ASSERT_EQ(probe.ask(sleep_line(GetParam(), 1h)), "waiting");

  EXPECT_GE(waited_ms(probe.read_while_jumping(clock, 25h)), milliseconds(25h).count());
}

TEST_P(Sleepers, SleepOnWhereTheJumpIsTooShort) {
  JumpingClock clock;
  Probe probe(clock);
  ASSERT_EQ(probe.ask(sleep_line(GetParam(), 1h)), "waiting");

  clock.jump(59min);

  EXPECT_GE(waited_ms(probe.read_while_jumping(clock, 2min)), milliseconds(1h).count());
}

TEST_P(Sleepers, SleepTheirTimeWhereNothingJumps) {
  JumpingClock clock;
  clock.jump(24h * 30);  // long ago
  Probe probe(clock);
  const auto began = std::chrono::steady_clock::now();
  ASSERT_EQ(probe.ask(sleep_line(GetParam(), 70ms)), "waiting");

  const long long waited = waited_ms(probe.read());
  const auto took = std::chrono::steady_clock::now() - began;

  EXPECT_GE(waited, 70);
  EXPECT_LE(waited, std::chrono::ceil<milliseconds>(took).count()) << "its clock runs as the machine's does";
}

INSTANTIATE_TEST_SUITE_P(Each, Sleepers,
                         testing::Values("sleep", "condition", "condition_by_the_time_of_day", "mutex",
                                         "exclusive_lock", "shared_lock", "future", "semaphore", "poll", "epoll",
                                         "select"),
                         [](const auto& param) { return std::string(param.param); });

TEST(JumpingClock, MovesTheTimeOfDayBothWaysWhileTheProgramRuns) {
  JumpingClock clock;
  Probe probe(clock);

  const milliseconds before = probe.now();
  clock.jump(25h);
  const milliseconds ahead = probe.now();
  clock.jump(-26h);
  const milliseconds back = probe.now();

  EXPECT_GE(ahead - before, 25h);
  EXPECT_LT(ahead - before, 26h);
  EXPECT_LT(back, before);
}

TEST(JumpingClock, KeepsWhatIsPreloadedAlready) {
  const JumpingClock clock;
  Program program{{CLOCK_PROBE}, "", {{"LD_PRELOAD", "/lib/other.so"}}};

  clock.preload_into(program, "/x/ours.so");

  EXPECT_THAT(program.variables, testing::Contains(testing::Pair("LD_PRELOAD", "/x/ours.so:/lib/other.so")));
  EXPECT_THAT(program.variables, testing::Not(testing::Contains(testing::Pair("LD_PRELOAD", "/lib/other.so"))));
}

}  // namespace
}  // namespace gcmock
