// Audits of org-to-org trust: what was done to trusts while the world was served.
#pragma once

#include "api/call.h"

namespace gcmock {

/// Of the trusts that the caller's org gives.
ApiOutcome query_trustee_audits(const ApiCall& call);
/// Of the trust that another org gives, or gave, the caller's.
ApiOutcome query_trustor_audits(const ApiCall& call);

}  // namespace gcmock
