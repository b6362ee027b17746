// Before the first scenario that wants it: does the clock of this client really jump? A client that only pretends to
// would pass for reasons that nobody looked at.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "gcmock/harness/client_under_test.h"

namespace gcmock {

/// Of one client profile, in one run; shared by its clients. From any thread.
class ClockPreflight {
 public:
  explicit ClockPreflight(ClientProfile profile);

  /// Empty: it was seen to jump. Else why its clock stays where it is. The first caller finds out: a process of the
  /// client is started, asked what time it is, and asked again after a jump; it is told of hosts that are not there.
  std::optional<std::string> why_clock_stays(const ClientEnvironment& environment);

 private:
  const ClientProfile profile_;
  std::once_flag asked_;
  std::optional<std::string> why_;
};

}  // namespace gcmock
