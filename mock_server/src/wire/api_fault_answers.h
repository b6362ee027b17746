// The part of the answer table that is about API requests as such.
#pragma once

#include "wire/answers.h"

namespace gcmock {

/// `reason` is one of those that wire/answers.cc sends here.
AnswerRow api_fault_row(RefusalReason reason);

}  // namespace gcmock
