// One scenario: a server and a world of its own, a fresh client, a verdict.
#include <chrono>
#include <exception>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "expect/check_expectations.h"
#include "expect/silent_rules.h"
#include "explain/explain.h"
#include "gcmock/harness/run.h"
#include "gcmock/mock_server.h"
#include "run/judgement.h"
#include "run/performance.h"
#include "run/redactor.h"

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

std::chrono::year_month_day today_by(const RunOptions& options) {
  if (options.today.ok()) return options.today;
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

ServerOptions options_of_server(const Scenario& scenario, const RunOptions& options) {
  ServerOptions server = server_options(overlaid(scenario.server, overlaid(options.server, options.client_server)));
  server.seed = options.seed;
  server.clock = scenario.clock.value_or(server.clock);
  return server;
}

std::set<std::uint64_t> exchanges_that_findings_name(const ScenarioResult& result) {
  std::set<std::uint64_t> named;
  for (const InvariantResult& invariant : result.invariants) {
    for (const auto& finding : invariant.findings) named.insert(finding.exchanges.begin(), finding.exchanges.end());
  }
  return named;
}

// Every refusal once: the first of each reason, org and endpoint, and those that a finding names first.
std::vector<Explanation> explain_refusals(const Scenario& scenario, const ScenarioResult& result,
                                          const std::vector<ChangeBetween>& between) {
  using Cause = std::tuple<RefusalReason, std::optional<OrgName>, Endpoint>;
  const std::set<std::uint64_t> named = exchanges_that_findings_name(result);
  std::map<Cause, const Exchange*> chosen;
  for (const Exchange& exchange : result.journal) {
    if (!exchange.refusal) continue;
    const Exchange*& place = chosen[{*exchange.refusal, exchange.subject.org, exchange.endpoint}];
    if (place == nullptr || (named.contains(exchange.seq) && !named.contains(place->seq))) place = &exchange;
  }
  std::map<std::uint64_t, const Exchange*> in_order;
  for (const auto& [cause, exchange] : chosen) in_order.emplace(exchange->seq, exchange);
  std::vector<Explanation> explanations;
  for (const auto& [seq, exchange] : in_order) {
    explanations.push_back(explain(scenario, *exchange, result.journal, between));
  }
  return explanations;
}

void perform_and_judge(const Scenario& scenario, const ClientFactory& make_client, const RunOptions& options,
                       ScenarioResult& result) {
  MockServer server(scenario.world, scenario.script, options_of_server(scenario, options));
  const Redactor redact(server, scenario.client_settings);
  const Patience patience{scenario.time_limit.value_or(options.time_limit), options.grace};

  const auto client = make_client();
  Performance performance = perform(scenario, server, *client, redact, patience);
  server.wait_until_delivered(options.grace);

  result.journal = server.journal();
  result.footing = footing_of(result.journal);
  result.steps = std::move(performance.steps);
  result.client_stdout = std::move(performance.standard_output);
  result.client_stderr = std::move(performance.standard_error);
  if (performance.ended_as) {
    result.status = *performance.ended_as;
    result.note = std::move(performance.note);
    return;
  }
  if (result.journal.empty()) server.wait_for_handshake(options.grace);  // a client refused the certificate, perhaps
  result.checks = check_expectations(scenario.expect, result.journal, server.ledger());
  result.invariants =
      judge_invariants(scenario, {result.journal, result.steps, server.handshakes(), std::move(performance.writings)},
                       today_by(options));
  result.contract = contract_findings(result.journal);
  result.contract_severity = options.contract_severity;
  result.explanations = explain_refusals(scenario, result, server.changes());
  result.silent_rules = silent_rules(scenario, server.rules_fired(), result.journal);
  conclude(result, scenario, server.rules_fired(), server.handshakes());
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
