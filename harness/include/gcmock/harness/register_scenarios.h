// Scenarios as GoogleTest tests: one test a file, failures at the file's line.
#pragma once

#include <string>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/run.h"

namespace gcmock {

/// Registers a test for each scenario file at or below `path`; call before RUN_ALL_TESTS. Test suite and name come
/// from the scenario's id: "multi_org.unregistered_secondary_client".
void register_scenarios(const std::string& path, ClientFactory client, RunOptions options = {});

}  // namespace gcmock
