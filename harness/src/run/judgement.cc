#include "run/judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace gcmock {
namespace {

std::string worded(std::chrono::year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

const Waiver* waiver_for(const Scenario& scenario, std::string_view invariant) {
  const auto found = std::ranges::find(scenario.waivers, invariant, &Waiver::invariant);
  return found == scenario.waivers.end() ? nullptr : &*found;
}

// The step that was begun last when the exchange arrived: what a client does in the background is that step's doing.
const StepResult* step_of(std::uint64_t seq, const std::vector<StepResult>& steps) {
  const StepResult* last = nullptr;
  for (const StepResult& step : steps) {
    if (step.first_exchange != 0 && step.first_exchange <= seq) last = &step;
  }
  return last;
}

// The step of the first offending exchange: the line that a reader wants to see.
SourcePlace place_of(const InvariantResult& result, const Scenario& scenario, const std::vector<StepResult>& steps) {
  for (const auto& finding : result.findings) {
    for (const std::uint64_t seq : finding.exchanges) {
      if (const StepResult* step = step_of(seq, steps)) return step->place;
    }
  }
  return {scenario.file, 0, 0};
}

void apply(const Waiver& waiver, std::chrono::year_month_day today, InvariantResult& result) {
  result.place = waiver.place;
  if (waiver.expires < today) {
    result.waiver = "waiver expired on " + worded(waiver.expires);
    result.status = InvariantResult::Status::violated;
    result.severity = Severity::error;  // whatever the invariant's own: somebody promised to look again by that day
    if (result.findings.empty()) result.findings.push_back({"its waiver has expired: renew it, or take it away", {}});
  } else if (result.status == InvariantResult::Status::violated) {
    result.waiver = fmt::format("{} (until {})", waiver.reason, worded(waiver.expires));
    result.status = InvariantResult::Status::waived;
  }
}

InvariantResult judge(const Invariant& invariant, const Evidence& evidence) {
  const InvariantVerdict verdict = invariant.check(evidence);
  InvariantResult result;
  result.id = invariant.id;
  result.title = invariant.title;
  result.clause = invariant.clause;
  result.severity = invariant.severity;
  result.looked_at = verdict.looked_at;
  for (const Violation& violation : verdict.violations)
    result.findings.push_back({violation.what, violation.exchanges});
  result.status = !result.findings.empty() ? InvariantResult::Status::violated
                  : verdict.looked_at == 0 ? InvariantResult::Status::nothing_to_look_at
                                           : InvariantResult::Status::held;
  return result;
}

bool is_failure(const InvariantResult& result) {
  return result.status == InvariantResult::Status::violated && result.severity == Severity::error;
}

bool breaks_the_contract(const ScenarioResult& result) {
  return result.contract_severity == Severity::error && !result.contract.empty();
}

bool anything_failed(const ScenarioResult& result) {
  return breaks_the_contract(result) || std::ranges::any_of(result.steps, &StepResult::failed) ||
         !std::ranges::all_of(result.checks, &CheckResult::passed) ||
         std::ranges::any_of(result.invariants, is_failure);
}

std::string worded(const Handshakes& handshakes) {
  return fmt::format("no request came; {} TLS handshake{} failed, the last with: {}", handshakes.failed,
                     handshakes.failed == 1 ? "" : "s", handshakes.last_failure);
}

std::string why_silent(const Handshakes& handshakes) {
  if (handshakes.failed > 0) return worded(handshakes);
  return handshakes.completed > 0 ? "the client connected and asked nothing" : "the client never connected";
}

// A client that is shown a bad certificate does right to connect and to ask nothing.
bool refused_as_it_should(const Scenario& scenario, const Handshakes& handshakes) {
  const bool is_bad = scenario.server.certificate.value_or(CertificateKind::valid) != CertificateKind::valid;
  return is_bad && handshakes.completed + handshakes.failed > 0;
}

// Why the scenario proved nothing; empty where it did.
std::string why_vacuous(const ScenarioResult& result, const Scenario& scenario,
                        const std::vector<std::size_t>& rules_fired, const Handshakes& handshakes) {
  if (result.journal.empty() && !refused_as_it_should(scenario, handshakes)) return why_silent(handshakes);
  for (std::size_t i = 0; i < rules_fired.size(); ++i) {
    if (rules_fired[i] != 0) continue;
    const std::string& place = i < scenario.script.rules.size() ? scenario.script.rules[i].place : std::string{};
    return fmt::format("rule {} of the script never fired{}", i + 1, place.empty() ? "" : " (" + place + ")");
  }
  const bool judged_step =
      std::ranges::any_of(result.steps, [](const StepResult& step) { return step.got && !step.expected.empty(); });
  if (!judged_step && result.checks.empty()) return "nothing was judged: no step says an outcome, nothing is expected";
  return {};
}

}  // namespace

std::vector<InvariantResult> judge_invariants(const Scenario& scenario, const Evidence& evidence,
                                              std::chrono::year_month_day today) {
  std::vector<InvariantResult> results;
  for (const Invariant& invariant : all_invariants()) {
    InvariantResult& result = results.emplace_back(judge(invariant, evidence));
    result.place = place_of(result, scenario, evidence.steps);
    if (const Waiver* waiver = waiver_for(scenario, invariant.id)) apply(*waiver, today, result);
  }
  return results;
}

std::vector<ContractFinding> contract_findings(const std::vector<Exchange>& journal) {
  std::vector<ContractFinding> findings;
  for (const Exchange& exchange : journal) {
    for (const std::string& what : exchange.contract_findings) {
      auto known = std::ranges::find(findings, what, &ContractFinding::what);
      if (known == findings.end()) known = findings.insert(findings.end(), {what, {}});
      known->exchanges.push_back(exchange.seq);
    }
  }
  return findings;
}

void conclude(ScenarioResult& result, const Scenario& scenario, const std::vector<std::size_t>& rules_fired,
              const Handshakes& handshakes) {
  if (anything_failed(result)) {
    result.status = ScenarioStatus::failed;
    if (result.journal.empty() && handshakes.failed > 0) result.note = worded(handshakes);
    return;
  }
  result.note = why_vacuous(result, scenario, rules_fired, handshakes);
  result.status = result.note.empty() ? ScenarioStatus::passed : ScenarioStatus::vacuous;
}

}  // namespace gcmock
