// Trustors: orgs that trust the caller's. Where the vendor declares 403 missing.trustor.permissions the caller needs
// the operation's permissions there as well, by that trust.
#pragma once

#include "api/call.h"
#include "api/trust_lookup.h"

namespace gcmock {

ApiOutcome list_trustors(const ApiCall& call);
ApiOutcome get_trustor(const ApiCall& call);
ApiOutcome delete_trustor(const ApiCall& call);

// Kind: TrustedUsers or TrustedGroups.

template <class Kind>
ApiOutcome list_trustor_members(const ApiCall& call);
template <class Kind>
ApiOutcome get_trustor_member(const ApiCall& call);
/// Adds a user or group of the caller's org, without roles; one that is there already stays as it is.
template <class Kind>
ApiOutcome put_trustor_member(const ApiCall& call);
template <class Kind>
ApiOutcome delete_trustor_member(const ApiCall& call);

ApiOutcome list_trustor_clones(const ApiCall& call);
ApiOutcome get_trustor_clone(const ApiCall& call);
ApiOutcome put_trustor_clone(const ApiCall& call);
ApiOutcome delete_trustor_clone(const ApiCall& call);

}  // namespace gcmock
