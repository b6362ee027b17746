// A journal without what no two runs have in common: real time, and the ports that the machine gave out.
#pragma once

#include <string>

#include "gcmock/harness/result.h"

namespace gcmock::determinism {

/// The journal as the JSON report has it, an exchange a line, without arrived_ms, decided_ms, finished_ms and ports.
/// Where a step asks for several calls at once, the client's threads make the order: then the lines are sorted, and
/// what counts the order (seq, connection, and the numbers in labels and ids) is left out as well.
std::string timeless_journal(const ScenarioResult& result);

}  // namespace gcmock::determinism
