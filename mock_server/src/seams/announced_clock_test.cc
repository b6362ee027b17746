// Who must go along when domain time jumps hears of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "gcmock/seams/announced_clock.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

TEST(AnnouncedClock, TellsOfEachJumpAfterItWasMade) {
  VirtualClock clock(Instant{1s});
  AnnouncedClock announced(clock);
  std::vector<std::chrono::milliseconds> jumps;
  std::vector<Instant> moments;
  announced.tell([&](std::chrono::milliseconds by) {
    jumps.push_back(by);
    moments.push_back(clock.now());
  });

  announced.advance(25h);
  announced.advance(-1h);

  EXPECT_THAT(jumps, ElementsAre(25h, -1h));
  EXPECT_THAT(moments, ElementsAre(Instant{1s + 25h}, Instant{1s + 24h}));
}

TEST(AnnouncedClock, TellsNobodyWhereNobodyListensAnyMore) {
  VirtualClock clock(Instant{1s});
  AnnouncedClock announced(clock);
  int told = 0;
  announced.tell([&](std::chrono::milliseconds) { ++told; });

  announced.tell({});
  announced.advance(25h);

  EXPECT_EQ(told, 0);
  EXPECT_EQ(announced.now(), Instant{1s + 25h});
}

}  // namespace
}  // namespace gcmock
