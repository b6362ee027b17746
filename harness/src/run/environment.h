// What a client is told of a scenario and of the server that serves it.
#pragma once

#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {

class MockServer;

/// Without what is this machine's: a scratch directory, a CA file, a clock.
ClientEnvironment environment_of(const Scenario& scenario, const MockServer& server);

}  // namespace gcmock
