// Running scenarios: each with a server and a world of its own, bounded in time.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {

struct RunOptions {
  std::uint64_t seed = 1;
  int jobs = 1;
  int repeat = 1;  ///< so many runs of each scenario, with the same seed, one after the other
  std::chrono::milliseconds time_limit{10000};  ///< for one call, where neither scenario nor profile says otherwise
  std::chrono::milliseconds grace{1000};        ///< for the client to end by itself
  std::chrono::year_month_day today{};          ///< waivers expire by it; default: the machine's date
  ServerSettings server;         ///< how the mock is reached where the scenario does not say; goes before the client's
  ServerSettings client_server;  ///< what the client profile says of it
  Severity contract_severity = Severity::warning;  ///< of requests that the vendor's description does not declare
  bool stop_at_first_problem = false;  ///< run_files: behind the first scenario that does not pass nothing is begun
  std::string client_name = "reference";
  std::string client_argument;  ///< for the rerun line: "clients/my-app"; empty: the built-in one
  std::stop_token stop;         ///< run_files() begins no scenario once it is asked for
};

/// Performs one scenario with a fresh client. Never throws: what breaks is a result with status broken.
ScenarioResult run_scenario(const Scenario& scenario, const ClientFactory& client, const RunOptions& options);

/// The result of a scenario that was not run: until it is, or for good.
ScenarioResult not_run(const std::string& file, const RunOptions& options);

/// Loads and performs each file, `options.repeat` times; `finished` is called once a scenario that was run, one at a
/// time, in the order in which they end.
RunResult run_files(const std::vector<std::string>& files, const ClientFactory& client, const RunOptions& options,
                    const std::function<void(const ScenarioResult&)>& finished = {});

}  // namespace gcmock
