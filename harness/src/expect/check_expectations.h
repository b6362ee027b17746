// Compares what a scenario expects with what the journal and the ledger show.
#pragma once

#include <vector>

#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// One result an expectation, in the order of their places in the file.
std::vector<CheckResult> check_expectations(const Expectations& expectations, const std::vector<Exchange>& journal,
                                            const std::vector<LedgerEntry>& ledger);

}  // namespace gcmock
