// How far a run is, in a line.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace gcmock {

struct ProgressSoFar {
  std::size_t scenarios = 0;  ///< of the run
  std::size_t ended = 0;
  std::size_t problems = 0;  ///< of those that ended: neither passed nor skipped
  std::chrono::nanoseconds elapsed{0};
};

/// "12 of 228 scenarios, 1 did not pass, 14 s".
std::string progress_text(const ProgressSoFar& progress);

}  // namespace gcmock
