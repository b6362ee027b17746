// Users and groups of a trustee, as the trustor lets them in: members and their roles.
#pragma once

#include "api/call.h"
#include "api/trust_lookup.h"

namespace gcmock {

// Kind: TrustedUsers or TrustedGroups.

template <class Kind>
ApiOutcome list_trustee_members(const ApiCall& call);
template <class Kind>
ApiOutcome post_trustee_member(const ApiCall& call);
template <class Kind>
ApiOutcome get_trustee_member(const ApiCall& call);
template <class Kind>
ApiOutcome delete_trustee_member(const ApiCall& call);

template <class Kind>
ApiOutcome get_trustee_member_roles(const ApiCall& call);
/// Roles are replaced; those that stay keep their divisions.
template <class Kind>
ApiOutcome put_trustee_member_roles(const ApiCall& call);
template <class Kind>
ApiOutcome put_trustee_member_role_divisions(const ApiCall& call);
template <class Kind>
ApiOutcome delete_trustee_member_roles(const ApiCall& call);

ApiOutcome list_trustee_clones(const ApiCall& call);
ApiOutcome delete_trustee_clone(const ApiCall& call);

}  // namespace gcmock
