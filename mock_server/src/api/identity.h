// Who asks: GET /api/v2/users/me.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome users_me(const ApiCall& call);

}  // namespace gcmock
