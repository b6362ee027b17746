// The exchange that comes closest to what was looked for in vain.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "expect/selection.h"
#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {

/// In what the exchange differs from the pattern: each member that the pattern sets and the exchange has otherwise.
/// What a pattern says of a credential is not shown.
std::vector<NearMiss::Difference> differences(const ExchangePattern& pattern, const Exchange& exchange);

/// Of the exchanges behind the one numbered `behind` that do not match, the one that differs least; the first of
/// several. Empty where there is none.
std::optional<NearMiss> nearest(const Exchanges& journal, const ExchangePattern& pattern, std::uint64_t behind = 0);

}  // namespace gcmock
