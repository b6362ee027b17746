// Gives subjects roles in divisions, and takes them: /api/v2/authorization/subjects/{subjectId}/bulkadd, /bulkremove,
// /bulkreplace, /divisions/{divisionId}/roles/{roleId}; PUT /api/v2/users/{subjectId}/roles.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome add_grants(const ApiCall& call);
ApiOutcome remove_grants(const ApiCall& call);
ApiOutcome replace_grants(const ApiCall& call);
ApiOutcome add_grant(const ApiCall& call);
ApiOutcome remove_grant(const ApiCall& call);
ApiOutcome put_user_roles(const ApiCall& call);

}  // namespace gcmock
