// One scenario: a server and a world of its own, a fresh client, a verdict.
#include <chrono>
#include <exception>
#include <string>

#include "gcmock/harness/run.h"
#include "gcmock/mock_server.h"
#include "run/performance.h"
#include "run/redactor.h"
#include "run/verdict.h"

namespace gcmock {
namespace {

using std::chrono::steady_clock;

std::string rerun_line(const Scenario& scenario, const RunOptions& options) {
  std::string line = "gcmock run " + scenario.file;
  if (!options.client_argument.empty()) line += " --client " + options.client_argument;
  if (options.contract_severity == Severity::error) line += " --strict-contract";
  if (options.server.scheme == Scheme::https) line += " --tls";
  line += " --seed " + std::to_string(options.seed);
  if (options.repeat > 1) line += " --repeat " + std::to_string(options.repeat);
  return line;
}

void perform_and_judge(const Scenario& scenario, const ClientFactory& make_client, const RunOptions& options,
                       ScenarioResult& result) {
  MockServer server(scenario.world, scenario.script, options_of_server(scenario, options));
  const Redactor redact(server, scenario.client_settings);
  const Patience patience{scenario.time_limit.value_or(options.time_limit), options.grace};

  const auto client = make_client();
  Performance performance = perform(scenario, server, *client, redact, patience);
  server.wait_until_delivered(options.grace);

  take_journal(server, result);
  result.steps = std::move(performance.steps);
  result.client_stdout = std::move(performance.standard_output);
  result.client_stderr = std::move(performance.standard_error);
  if (performance.ended_as) {
    result.status = *performance.ended_as;
    result.note = std::move(performance.note);
    return;
  }
  if (result.journal.empty()) server.wait_for_handshake(options.grace);  // a client refused the certificate, perhaps
  judge(scenario, server, std::move(performance.writings), options, result);
}

}  // namespace

ScenarioResult run_scenario(const Scenario& scenario, const ClientFactory& client, const RunOptions& options) {
  const auto started = steady_clock::now();
  ScenarioResult result;
  result.id = scenario.id;
  result.file = scenario.file;
  result.title = scenario.title;
  result.client = options.client_name;
  result.rerun = rerun_line(scenario, options);
  try {
    perform_and_judge(scenario, client, options, result);
  } catch (const std::exception& error) {
    result.status = ScenarioStatus::broken;
    result.note = error.what();
  }
  result.took = steady_clock::now() - started;
  return result;
}

}  // namespace gcmock
