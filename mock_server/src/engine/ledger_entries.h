// The ledger as reports see it: by label, never by value.
#pragma once

#include <vector>

#include "domain/ledger.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// Sorted by org, kind and the order in which they were issued.
std::vector<LedgerEntry> entries_of(const Ledger& ledger, Instant now);

}  // namespace gcmock
