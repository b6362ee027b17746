// A clock that runs: real time is the test's to move.
#include <gtest/gtest.h>

#include "gcmock/seams/seams.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

class RunningClocks : public testing::Test {
 protected:
  RunningClock::RealTime real_time() {
    return [this] { return real_; };
  }

  std::chrono::steady_clock::time_point real_{1h};
};

TEST_F(RunningClocks, GoOnFromTheirStartAsRealTimeGoesBy) {
  const RunningClock clock(Instant{10s}, 1, real_time());

  const Instant before = clock.now();
  real_ += 1500ms;

  EXPECT_EQ(before, Instant{10s});
  EXPECT_EQ(clock.now(), Instant{11500ms});
}

TEST_F(RunningClocks, JumpWhenAdvancedAndGoOnFromThere) {
  RunningClock clock(Instant{10s}, 1, real_time());

  clock.advance(25h);
  real_ += 1s;
  const Instant ahead = clock.now();
  clock.advance(-25h);

  EXPECT_EQ(ahead, Instant{11s + 25h});
  EXPECT_EQ(clock.now(), Instant{11s});
}

TEST_F(RunningClocks, RunFasterOrSlowerByTheirFactor) {
  const RunningClock fast(Instant{0s}, 3600, real_time());
  const RunningClock slow(Instant{0s}, 0.5, real_time());

  real_ += 2s;

  EXPECT_EQ(fast.now(), Instant{2h});
  EXPECT_EQ(slow.now(), Instant{1s});
}

}  // namespace
}  // namespace gcmock
