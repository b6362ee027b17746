// One request put to a world without a client or a socket, and why it is answered as it is.
#pragma once

#include <cstdint>
#include <string>

#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/offline_mock.h"

namespace gcmock {

struct Inquiry {
  Exchange exchange;
  Explanation explanation;  ///< of a request that was granted: the checks that were made
};

/// The first request to the world as it is at the start, under the scenario's script. `seed` is that of its
/// credentials.
Inquiry inquire(const Scenario& scenario, OfflineRequest request, std::uint64_t seed);

}  // namespace gcmock
