// Who has a role: /api/v2/authorization/roles/{roleId} (POST), /users, /users/add, /users/remove, /subjectgrants.
#pragma once

#include "api/call.h"

namespace gcmock {

/// Grants the role to subjects in divisions.
ApiOutcome grant_role_to_subjects(const ApiCall& call);
ApiOutcome list_users_of_role(const ApiCall& call);
ApiOutcome add_users_to_role(const ApiCall& call);
ApiOutcome remove_users_from_role(const ApiCall& call);
ApiOutcome list_subject_grants_of_role(const ApiCall& call);

}  // namespace gcmock
