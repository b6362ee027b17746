// Rules of the script that never fired, and what came closest to them.
#pragma once

#include <cstddef>
#include <vector>

#include "expect/selection.h"
#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {

/// `fired`: how often each rule spoke.
std::vector<SilentRule> silent_rules(const Scenario& scenario, const std::vector<std::size_t>& fired,
                                     const Exchanges& journal);

}  // namespace gcmock
