// Roles that the product ships, and how an org's roles differ from them: /api/v2/authorization/roles/default,
// /settings,
// /{leftRoleId}/comparedefault/{rightRoleId}.
#pragma once

#include "api/call.h"

namespace gcmock {

/// Adds the default roles that the org has not; with `force` it restores those that the org changed as well.
ApiOutcome restore_default_roles(const ApiCall& call);
/// Restores those that the body lists.
ApiOutcome restore_listed_default_roles(const ApiCall& call);
ApiOutcome get_role_settings(const ApiCall& call);
ApiOutcome put_role_settings(const ApiCall& call);
/// GET: a role of the org; POST: the role of the body, which nobody has saved.
ApiOutcome compare_with_default(const ApiCall& call);

}  // namespace gcmock
