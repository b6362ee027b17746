// A point in real time after which nobody waits any more.
#pragma once

#include <chrono>

namespace gcmock {

using Deadline = std::chrono::steady_clock::time_point;

inline Deadline deadline_in(std::chrono::milliseconds time) {
  return std::chrono::steady_clock::now() + time;
}

}  // namespace gcmock
