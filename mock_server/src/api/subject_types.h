// The query parameter subjectType: whether a subject is a user, a group or an OAuth client (source: vendor_openapi).
#pragma once

#include <optional>

#include "api/grantees.h"

namespace gcmock {

/// Where it is none of PC_USER (meant where it is left out), PC_GROUP, PC_OAUTH_CLIENT: subject_type_invalid of roles,
/// query_value_invalid of subjects.
std::optional<ApiFault> check_subject_type(const ApiCall& call);

/// Is the subject what subjectType says? Any is, where the operation declares no such parameter. The world has no
/// groups.
bool is_of_asked_type(const ApiCall& call, const Grantee& subject);

}  // namespace gcmock
