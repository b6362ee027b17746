// A clock that tells of its jumps.
#include <utility>

#include "gcmock/seams/announced_clock.h"

namespace gcmock {

void AnnouncedClock::advance(std::chrono::milliseconds by) {
  const std::lock_guard lock(mutex_);
  clock_.advance(by);
  if (listener_) listener_(by);
}

void AnnouncedClock::tell(Listener listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

}  // namespace gcmock
