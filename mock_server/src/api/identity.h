// Who the caller is: /api/v2/users/me, /api/v2/organizations/me.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome users_me(const ApiCall& call);
ApiOutcome organizations_me(const ApiCall& call);

}  // namespace gcmock
