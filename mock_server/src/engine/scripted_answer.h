// An answer of a script's in place of another, and what the journal says of it.
#pragma once

#include "engine/action_effects.h"

namespace gcmock {

/// Its body is shown with credentials taken out; error code, Retry-After and refresh token are read from it.
void put_answer(HttpAnswer answer, const Edit& edit);

/// Reads Retry-After from the headers again, after they were changed: seconds.
void note_retry_after(Reply& reply);

/// The body has become `body`, which holds no credential.
void put_body(std::string body, Reply& reply);

}  // namespace gcmock
