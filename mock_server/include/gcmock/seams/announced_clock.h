// A clock whose jumps others hear of.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>

#include "gcmock/seams/seams.h"

namespace gcmock {

/// Tells of each jump of another clock that is made through it. Safe from any thread.
class AnnouncedClock final : public MovableClock {
 public:
  using Listener = std::function<void(std::chrono::milliseconds by)>;

  /// `clock` must outlive it.
  explicit AnnouncedClock(MovableClock& clock) : clock_(clock) {}
  [[nodiscard]] Instant now() const override { return clock_.now(); }
  void advance(std::chrono::milliseconds by) override;
  /// Once this returns, nobody else is being told, nor will be. An empty function: nobody is.
  void tell(Listener listener);

 private:
  MovableClock& clock_;
  std::mutex mutex_;  // guards all below, and is held while the listener is told
  Listener listener_;
};

}  // namespace gcmock
