// Domain time that follows real time.
#include <utility>

#include "gcmock/seams/seams.h"

namespace gcmock {

RunningClock::RunningClock(Instant start, double factor, RealTime real_time)
    : start_(start), factor_(factor), real_time_(std::move(real_time)), began_(real_time_()) {}

Instant RunningClock::now() const {
  const std::chrono::duration<double, std::milli> passed = (real_time_() - began_) * factor_;
  return start_ + std::chrono::floor<std::chrono::milliseconds>(passed) + std::chrono::milliseconds{offset_.load()};
}

}  // namespace gcmock
