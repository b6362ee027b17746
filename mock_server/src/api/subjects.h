// Subjects and what they are granted: /api/v2/authorization/subjects/..., /api/v2/users/{subjectId}/roles.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome get_subject_me(const ApiCall& call);
ApiOutcome get_subject(const ApiCall& call);
ApiOutcome count_roles_of_subjects(const ApiCall& call);
ApiOutcome get_user_roles(const ApiCall& call);

}  // namespace gcmock
