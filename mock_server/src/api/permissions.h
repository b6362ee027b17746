// All permissions that there are: GET /api/v2/authorization/permissions.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome list_permissions(const ApiCall& call);

}  // namespace gcmock
