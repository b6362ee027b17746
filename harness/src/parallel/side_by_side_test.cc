#include "parallel/side_by_side.h"

#include <gmock/gmock.h>

#include <atomic>
#include <barrier>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace gcmock {
namespace {

using testing::Each;
using testing::ElementsAre;

TEST(SideBySide, PerformsEachOnce) {
  std::vector<std::atomic<int>> times(100);

  side_by_side(times.size(), 4, [&](std::size_t i) { ++times[i]; });

  EXPECT_THAT(times, Each(testing::Truly([](const auto& each) { return each == 1; })));
}

TEST(SideBySide, TakesAsManyThreadsAsItIsGiven) {
  std::barrier all_there(3);
  std::mutex mutex;
  std::set<std::thread::id> threads;

  side_by_side(3, 3, [&](std::size_t) {
    all_there.arrive_and_wait();  // for ever, were there fewer
    const std::lock_guard lock(mutex);
    threads.insert(std::this_thread::get_id());
  });

  EXPECT_EQ(threads.size(), 3U);
}

TEST(SideBySide, KeepsToThisThreadAndTheOrderWhereItIsGivenOne) {
  for (const std::size_t threads : {0U, 1U}) {
    std::vector<std::size_t> order;

    side_by_side(3, threads, [&](std::size_t i) { order.push_back(i); });

    EXPECT_THAT(order, ElementsAre(0, 1, 2));
  }
}

TEST(SideBySide, BeginsNothingMoreOnceItIsOver) {
  std::vector<std::size_t> begun;

  side_by_side(
      5, 1, [&](std::size_t i) { begun.push_back(i); }, [&] { return begun.size() == 2; });

  EXPECT_THAT(begun, ElementsAre(0, 1));
}

TEST(SideBySide, ThrowsAgainWhatWasThrownOnceAllHaveEnded) {
  std::atomic<bool> has_returned = false;
  const auto perform = [&](std::size_t i) {
    EXPECT_FALSE(has_returned);
    if (i == 1) throw std::runtime_error("one");
  };

  EXPECT_THROW(side_by_side(1000, 4, perform), std::runtime_error);
  has_returned = true;
}

}  // namespace
}  // namespace gcmock
