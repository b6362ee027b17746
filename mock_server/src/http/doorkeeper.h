// What becomes of the next connections, by order of rules.
#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include "engine/handler.h"

namespace gcmock {

/// All members may be called from any thread.
class Doorkeeper {
 public:
  /// Orders queue up behind those that are not done yet.
  void take(const std::vector<NextConnections>& orders);
  /// For the connection that is accepted now; empty: it is let in as ever.
  std::optional<ConnectionFate> next();

 private:
  std::mutex mutex_;
  std::deque<NextConnections> orders_;
};

}  // namespace gcmock
