// What is said of a scenario that a client went through: all checks, invariants, reasons and the status.
#pragma once

#include "gcmock/harness/invariants.h"
#include "gcmock/harness/result.h"
#include "gcmock/harness/run.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/server_options.h"

namespace gcmock {

class MockServer;

/// How the scenario's server is reached, as scenario, command line and client profile say.
ServerOptions options_of_server(const Scenario& scenario, const RunOptions& options);

/// The journal as it is now, and what its answers rest on.
void take_journal(const MockServer& server, ScenarioResult& result);

/// Judges what the result has of journal and steps, and what the client wrote; sets the status.
void judge(const Scenario& scenario, const MockServer& server, Writings writings, const RunOptions& options,
           ScenarioResult& result);

}  // namespace gcmock
