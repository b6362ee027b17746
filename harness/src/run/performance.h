// Performing a scenario: the client is started, asked step by step, and told to finish.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/invariants.h"
#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"
#include "run/redactor.h"

namespace gcmock {

class MockServer;

/// What came of it. `ended_as` is set where the scenario cannot be judged: the client could not be started (broken), or
/// cannot be asked this (skipped); `note` says why.
struct Performance {
  std::vector<StepResult> steps;
  std::string standard_output;  ///< redacted, cut at 64 KiB
  std::string standard_error;   ///< redacted, cut at 64 KiB
  Writings writings;
  std::optional<ScenarioStatus> ended_as;
  std::string note;
};

struct Patience {
  std::chrono::milliseconds time_limit{};  ///< for one call
  std::chrono::milliseconds grace{};       ///< for the client to end by itself, or to be quiet
};

Performance perform(const Scenario& scenario, MockServer& server, ClientUnderTest& client, const Redactor& redact,
                    Patience patience);

}  // namespace gcmock
