// Why a scenario did not pass, in one line each.
#include "report/reasons.h"

#include <fmt/format.h>

#include "report/differences_text.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

std::vector<std::string> failures_of(const ScenarioResult& scenario) {
  std::vector<std::string> reasons;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const StepResult& step = scenario.steps[i];
    if (step.failed) reasons.push_back(fmt::format("step {}, {}: {}", i + 1, step.what, comparison_of(step)));
  }
  for (const CheckResult& check : scenario.checks) {
    if (!check.passed) reasons.push_back(fmt::format("{}: {}", check.what, check.found));
  }
  for (const InvariantResult& invariant : scenario.invariants) {
    if (is_failure(invariant)) reasons.push_back(invariant.id + ' ' + invariant.title);
  }
  if (scenario.contract_severity == Severity::error) {
    for (const ContractFinding& finding : scenario.contract) reasons.push_back("contract: " + finding.what);
  }
  if (reasons.empty() && !scenario.note.empty()) reasons.push_back(scenario.note);
  return reasons;
}

std::vector<std::string> flakiness_of(const ScenarioResult& scenario) {
  std::vector<std::string> reasons{fmt::format("flaky: {} runs passed", passed_of(scenario.repeats))};
  for (const RunDifference& difference : scenario.repeats.differences) reasons.push_back(worded(difference));
  return reasons;
}

std::vector<std::string> mistakes_of(const ScenarioResult& scenario) {
  std::vector<std::string> reasons;
  for (const Diagnostic& diagnostic : scenario.diagnostics) {
    reasons.push_back(fmt::format("{}: {}", to_string(diagnostic.place), diagnostic.what));
  }
  if (reasons.empty() && !scenario.note.empty()) reasons.push_back(scenario.note);
  return reasons;
}

}  // namespace

bool is_failure(const InvariantResult& invariant) {
  return invariant.status == InvariantResult::Status::violated && invariant.severity == Severity::error;
}

std::string comparison_of(const StepResult& step) {
  std::vector<std::string> expected;
  for (const Outcome outcome : step.expected) expected.emplace_back(to_string(outcome));
  const std::string wanted = expected.empty() ? "expected an answer" : "expected " + joined(expected, " or ");
  if (step.got) return fmt::format("{}, got {}", wanted, to_string(*step.got));
  return fmt::format("{}, got none{}", wanted, step.detail.empty() ? "" : ": " + step.detail);
}

std::vector<std::string> reasons_of(const ScenarioResult& scenario) {
  switch (scenario.status) {
    case ScenarioStatus::passed:
      return {};
    case ScenarioStatus::failed:
      return failures_of(scenario);
    case ScenarioStatus::flaky:
      return flakiness_of(scenario);
    case ScenarioStatus::invalid:
      return mistakes_of(scenario);
    case ScenarioStatus::vacuous:
    case ScenarioStatus::skipped:
    case ScenarioStatus::broken:
    case ScenarioStatus::not_run:
      return {scenario.note};
  }
  return {};
}

}  // namespace gcmock
