// Roles of an org: /api/v2/authorization/roles and /{roleId}.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome list_roles(const ApiCall& call);
ApiOutcome create_role(const ApiCall& call);
ApiOutcome get_role(const ApiCall& call);
ApiOutcome put_role(const ApiCall& call);
ApiOutcome patch_role(const ApiCall& call);  ///< of roleNeedsUpdate only
ApiOutcome delete_role(const ApiCall& call);

/// The role that the path names; null where the org has none of that id.
const Role* role_of_path(const ApiCall& call);

}  // namespace gcmock
