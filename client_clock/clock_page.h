// What harness and client share: how far the client's clocks have jumped. A file of this size, mapped by both.
#pragma once

#include <cstdint>

namespace gcmock {

/// The environment variable that names the file.
inline constexpr const char* clock_page_variable = "GCMOCK_CLIENT_CLOCK";

/// Written by the harness, read in the client's process; each member in one piece, so that neither needs a lock.
struct ClockPage {
  std::int64_t realtime_ns = 0;   ///< added to CLOCK_REALTIME
  std::int64_t monotonic_ns = 0;  ///< added to CLOCK_MONOTONIC; never shrinks, whatever a corrected clock does
};

}  // namespace gcmock
