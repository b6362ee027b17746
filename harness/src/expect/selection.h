// Which exchanges of a journal an expectation speaks of. The gmock matchers and the checks are made of these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

using Exchanges = std::vector<Exchange>;

/// The numbers of the exchanges that match.
std::vector<std::uint64_t> select(const Exchanges& journal, const ExchangePattern& pattern);

/// `after` of the expectation, completed with what its `match` says and it does not (status and refusal aside).
ExchangePattern completed_after(const NeverExpectation& expectation);

/// What should never have been seen. `behind`: the exchange that `after` means; 0 where it has none or there was none.
struct NeverFinding {
  std::uint64_t behind = 0;
  std::vector<std::uint64_t> offenders;
};
NeverFinding find_offenders(const Exchanges& journal, const NeverExpectation& expectation);

/// The first exchanges that match the patterns one behind the other; fewer than patterns where one was not found.
std::vector<std::uint64_t> find_in_order(const Exchanges& journal, const std::vector<ExchangePattern>& patterns);

}  // namespace gcmock
