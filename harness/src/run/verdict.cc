#include "run/verdict.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "expect/check_expectations.h"
#include "expect/silent_rules.h"
#include "explain/explain.h"
#include "gcmock/mock_server.h"
#include "run/judgement.h"

namespace gcmock {
namespace {

std::chrono::year_month_day today_by(const RunOptions& options) {
  if (options.today.ok()) return options.today;
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
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

}  // namespace

ServerOptions options_of_server(const Scenario& scenario, const RunOptions& options) {
  ServerOptions server = server_options(overlaid(scenario.server, overlaid(options.server, options.client_server)));
  server.seed = options.seed;
  server.clock = scenario.clock.value_or(server.clock);
  return server;
}

void take_journal(const MockServer& server, ScenarioResult& result) {
  result.journal = server.journal();
  result.footing = footing_of(result.journal);
}

void judge(const Scenario& scenario, const MockServer& server, Writings writings, const RunOptions& options,
           ScenarioResult& result) {
  result.checks = check_expectations(scenario.expect, result.journal, server.ledger());
  result.invariants = judge_invariants(
      scenario, {result.journal, result.steps, server.handshakes(), std::move(writings)}, today_by(options));
  result.contract = contract_findings(result.journal);
  result.contract_severity = options.contract_severity;
  result.explanations = explain_refusals(scenario, result, server.changes());
  result.silent_rules = silent_rules(scenario, server.rules_fired(), result.journal);
  conclude(result, scenario, server.rules_fired(), server.handshakes());
}

}  // namespace gcmock
