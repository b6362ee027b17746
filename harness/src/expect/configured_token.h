// The token that an org's client was configured with, on the ledger.
#pragma once

#include <vector>

#include "gcmock/journal/exchange.h"

namespace gcmock {

/// The one named main ("secondary/refresh-main"), or the only one of this kind that the org started with. Null where
/// there is none. docs/formats.md#world.
const LedgerEntry* configured_token(const std::vector<LedgerEntry>& ledger, CredentialKind kind, const OrgName& org);

}  // namespace gcmock
