// Domain time: virtual, moved by the script or the API, never by the machine's clock.
#pragma once

#include <chrono>

namespace gcmock {

/// A moment of domain time, as a date in UTC. Token expiry and rate windows are judged by it.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

}  // namespace gcmock
