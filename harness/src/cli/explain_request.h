// `gcmock explain FILE --request`: one request put to a world, without a client.
#pragma once

#include "cli/commands.h"

namespace gcmock {

/// The exit code: 0 granted, 1 refused or answered with an error.
int explain_request(const ExplainCommand& command, Terminal& terminal);

}  // namespace gcmock
