// Performs an allowed request of the Platform API: one file a family of operations.
#pragma once

#include "api/call.h"

namespace gcmock {

/// Total over the operations of wire/operations.h. The request's media type and body are judged by the family.
ApiOutcome perform(const ApiCall& call);

}  // namespace gcmock
