// A host that may ask to be left alone for a while, as one org's connection remembers it.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>

#include "client/deadline.h"

namespace gcmock {

/// Any member may be called from any thread.
class PatientHost {
 public:
  /// Waits until the host may be asked: at most two seconds, and not past `deadline`. False where it takes longer.
  bool wait_until_welcome(Deadline deadline) const;

  /// Heeds the Retry-After of an answer that put the request off, for an hour at most. What other answers asked for
  /// stays asked for.
  void heed(std::optional<std::chrono::seconds> retry_after);

  /// The client's clock jumps ahead, and the host's with it.
  void clock_moved(std::chrono::milliseconds by);

 private:
  mutable std::mutex mutex_;  // guards all below
  Deadline welcome_from_{};
};

}  // namespace gcmock
