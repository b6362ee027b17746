// /api/v2/tokens/…: what a token is, revoking it, and how long it may lie idle.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome tokens_me(const ApiCall& call);
/// Of a user: all of them, in every client's hands.
ApiOutcome revoke_user_tokens(const ApiCall& call);

ApiOutcome get_idle_timeout(const ApiCall& call);
/// In the range that the org's compliance allows.
ApiOutcome set_idle_timeout(const ApiCall& call);

/// Does this request leave the idle time of its token alone: GET /api/v2/tokens/me?preserveIdleTTL=true does.
bool preserves_idle_time(const ApiCall& call);

}  // namespace gcmock
