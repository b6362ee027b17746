// Sense of gates: what a rule cannot mean by them.
#pragma once

#include <vector>

#include "scenario/mistakes.h"
#include "scenario/script_sense.h"

namespace gcmock {

/// GC416: a gate behind a delay, a drip or another gate; rules that share a gate and say different things of it.
void check_gates(const std::vector<RuleReading>& rules, Mistakes& mistakes);

}  // namespace gcmock
