// /api/v2/oauth/authorizations: what the caller's org allowed clients of other orgs.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome list_oauth_authorizations(const ApiCall& call);
ApiOutcome get_oauth_authorization(const ApiCall& call);

}  // namespace gcmock
