// Asks the mock every question of the sweep, and keeps what it said.
#pragma once

#include <string>
#include <vector>

#include "gcmock/journal/exchange.h"
#include "sweep/probe.h"

namespace gcmock {

struct Probed {
  Probe probe;
  Exchange exchange;
  std::string body;  ///< as it was sent: it may hold credentials of the sweep's own world
};

/// In servers of its own, on loopback. Throws Error where one of them does not answer.
std::vector<Probed> sweep();

}  // namespace gcmock
