// A scenario, or a world alone, whose client is somebody else's affair: a person, a test, a program that was deployed
// elsewhere. The mock serves; who makes the calls says when each was made.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/harness/result.h"
#include "gcmock/harness/run.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/mock_server.h"

namespace gcmock {

/// Not thread-safe; its server is.
class HostedRun {
 public:
  /// Serves at once, and takes the steps before the first call. Throws Error where a port cannot be bound.
  HostedRun(Scenario scenario, RunOptions options, ServerOptions server);

  [[nodiscard]] const Scenario& scenario() const { return scenario_; }
  [[nodiscard]] MockServer& server() const { return *server_; }
  [[nodiscard]] const std::vector<StepResult>& steps() const { return steps_; }
  [[nodiscard]] const DomainClock& clock() const { return server_options_.clock; }
  /// Index of the call that is next; none: all were made.
  [[nodiscard]] std::optional<std::size_t> next_call() const;

  /// The call that is next was made. Takes the steps behind it that are no calls. `detail` is redacted here. False
  /// where none is next.
  bool call_made(std::optional<Outcome> outcome, const std::string& detail);

  /// Calls that are left were made, as far as anybody knows, where nothing but calls is left. Else the scenario was not
  /// gone through, and its verdict says so.
  void finish();
  /// As far as can be said by now.
  [[nodiscard]] ScenarioResult judged() const;

  /// All as it was at the start, at the same ports and with the same certificates; connections are closed.
  void reset();

 private:
  void serve();
  void take_steps_that_are_no_calls();

  const Scenario scenario_;
  const RunOptions options_;
  ServerOptions server_options_;
  std::unique_ptr<MockServer> server_;
  std::vector<StepResult> steps_;
  std::size_t next_ = 0;  ///< the first step that was not taken
  std::string unfinished_;
};

}  // namespace gcmock
