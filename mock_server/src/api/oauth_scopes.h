// /api/v2/oauth/scopes: the scopes that a client may be given.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome list_oauth_scopes(const ApiCall& call);
ApiOutcome get_oauth_scope(const ApiCall& call);

}  // namespace gcmock
