// /api/v2/tokens/…: what a token is, and revoking it.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome tokens_me(const ApiCall& call);

}  // namespace gcmock
