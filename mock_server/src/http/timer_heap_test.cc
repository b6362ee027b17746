// Deadlines in order, moved and forgotten.
#include "http/timer_heap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gcmock {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using Time = TimerHeap::Time;

Time at(int second) {
  return Time{seconds{second}};
}

TEST(TimerHeap, GivesTheDueKeysEarliestFirstAndOnce) {
  TimerHeap timers;
  timers.set(1, at(30));
  timers.set(2, at(10));
  timers.set(3, at(20));

  EXPECT_THAT(timers.take_due(at(9)), IsEmpty());
  EXPECT_THAT(timers.take_due(at(20)), ElementsAre(2, 3));
  EXPECT_THAT(timers.take_due(at(20)), IsEmpty());
  EXPECT_THAT(timers.take_due(at(30)), ElementsAre(1));
  EXPECT_EQ(timers.next(), std::nullopt);
}

TEST(TimerHeap, LooksAgainNoLaterThanTheFirstDeadline) {
  TimerHeap timers;
  EXPECT_EQ(timers.next(), std::nullopt);

  timers.set(1, at(30));
  timers.set(2, at(10));

  EXPECT_EQ(timers.next(), at(10));
}

TEST(TimerHeap, MovesADeadlineLater) {
  TimerHeap timers;
  timers.set(1, at(10));
  timers.set(1, at(20));

  EXPECT_THAT(timers.take_due(at(19)), IsEmpty());
  EXPECT_EQ(timers.next(), at(20));
  EXPECT_THAT(timers.take_due(at(20)), ElementsAre(1));
}

TEST(TimerHeap, MovesADeadlineEarlier) {
  TimerHeap timers;
  timers.set(1, at(20));
  timers.set(1, at(10));

  EXPECT_THAT(timers.take_due(at(10)), ElementsAre(1));
  EXPECT_THAT(timers.take_due(at(20)), IsEmpty());
}

TEST(TimerHeap, MovesADeadlineEarlierAndLaterAgain) {
  TimerHeap timers;
  timers.set(1, at(20));
  timers.set(1, at(10));
  timers.set(1, at(30));

  EXPECT_THAT(timers.take_due(at(29)), IsEmpty());
  EXPECT_THAT(timers.take_due(at(30)), ElementsAre(1));
}

TEST(TimerHeap, ForgetsAKey) {
  TimerHeap timers;
  timers.set(1, at(10));
  timers.forget(1);

  EXPECT_THAT(timers.take_due(at(10)), IsEmpty());
}

}  // namespace
}  // namespace gcmock
