// /api/v2/oauth/…: OAuth clients, their authorizations, usage and scopes.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome list_oauth_clients(const ApiCall& call);
ApiOutcome get_oauth_client(const ApiCall& call);

}  // namespace gcmock
