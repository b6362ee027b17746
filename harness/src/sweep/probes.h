// Every question of the sweep.
#pragma once

#include <vector>

#include "sweep/probe.h"

namespace gcmock {

/// For each operation: the right request, and one for each way in which it can be refused, whoever asks and whatever is
/// sent. Behind them what only some operations refuse, and the token endpoint's.
std::vector<Probe> all_probes();

/// By file, for all_probes().
std::vector<Probe> fault_probes();
std::vector<Probe> token_probes();

}  // namespace gcmock
