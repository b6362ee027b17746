// The part of the answer table that is about the authorization endpoint.
#pragma once

#include "wire/answers.h"

namespace gcmock {

/// Null where the authorization endpoint never gives this reason. Status 302 is for a browser that may be sent back;
/// where it must not be, the same is said on a page with status 400.
const AnswerRow* authorize_row(RefusalReason reason);

}  // namespace gcmock
