// How often and how fast the reference client tries again: bounded, growing, and never before the server asked for.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

#include "client/deadline.h"

namespace gcmock {

/// How often one operation is tried, and how long it pauses before the next.
struct RetryPolicy {
  int most_tries = 3;
  std::function<std::chrono::milliseconds(int tries_made)> pause;  ///< empty: 50 ms, doubled with each
  bool heeds_retry_after = true;
};

/// The server that asks for more patience than this is not waited for.
inline constexpr std::chrono::seconds longest_pause{2};

/// One operation's tries. Not thread-safe.
class Tries {
 public:
  explicit Tries(Deadline deadline, RetryPolicy policy = {}) : deadline_(deadline), policy_(std::move(policy)) {}

  /// Waits until the next try is due: Retry-After where the server sent one, else 50 ms, then 100 ms. False where there
  /// is to be none: all were made, the deadline would pass, or the server asks for more patience than two seconds.
  bool wait_for_another(std::optional<std::chrono::seconds> retry_after);

 private:
  Deadline deadline_;
  RetryPolicy policy_;
  int made_ = 1;
};

}  // namespace gcmock
