// Trustees: orgs that the caller's org trusts.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome list_trustees(const ApiCall& call);
/// Makes a trust of a pairing.
ApiOutcome post_trustee(const ApiCall& call);
ApiOutcome get_trustee(const ApiCall& call);
/// Replaces `enabled` and `dateExpired`: without the latter the trust does not expire (assumed).
ApiOutcome put_trustee(const ApiCall& call);
/// Tokens by this trust are dead from now on.
ApiOutcome delete_trustee(const ApiCall& call);

}  // namespace gcmock
