#include "mutants/mutant_runs.h"

#include <algorithm>
#include <mutex>

#include "parallel/side_by_side.h"

namespace gcmock {
namespace {

using std::chrono::steady_clock;

const InvariantResult* violation_of(std::string_view invariant, const ScenarioResult& result) {
  const auto found = std::ranges::find_if(result.invariants, [&](const InvariantResult& one) {
    return one.id == invariant && one.status == InvariantResult::Status::violated;
  });
  return found == result.invariants.end() ? nullptr : &*found;
}

std::string words_of(const InvariantResult& violated) {
  return violated.findings.empty() ? violated.waiver : violated.findings.front().what;
}

std::string words_of(const StepResult& step) {
  return "step \"" + step.what + "\" came out " + (step.got ? std::string(to_string(*step.got)) : step.detail);
}

// The first thing that made the scenario fail.
std::string why_it_failed(const ScenarioResult& result) {
  for (const StepResult& step : result.steps) {
    if (step.failed) return words_of(step);
  }
  for (const CheckResult& check : result.checks) {
    if (!check.passed) return check.what + ", " + check.found;
  }
  for (const InvariantResult& invariant : result.invariants) {
    const bool is_violated = invariant.status == InvariantResult::Status::violated;
    if (is_violated && invariant.severity == Severity::error) return invariant.id + ", " + words_of(invariant);
  }
  return result.note;
}

MutantFate run_mutant(const Mutant& mutant, const std::vector<Scenario>& scenarios, const RunOptions& options) {
  const auto started = steady_clock::now();
  const ClientFactory client = make_mutant_factory(mutant);
  MutantFate fate;
  fate.mutant = mutant;
  for (const Scenario& scenario : scenarios) {
    const ScenarioResult result = run_scenario(scenario, client, options);
    ++fate.scenarios;
    const InvariantResult* killer = violation_of(mutant.invariant, result);
    if (killer != nullptr) {
      fate.end = MutantFate::End::killed;
      fate.scenario = result.id;
      fate.what = words_of(*killer);
      fate.fails_the_scenario = result.status != ScenarioStatus::passed;
      break;
    }
    if (fate.end == MutantFate::End::survived && result.status == ScenarioStatus::failed) {
      fate.end = MutantFate::End::killed_by_others;
      fate.scenario = result.id;
      fate.what = why_it_failed(result);
      fate.fails_the_scenario = true;
    }
  }
  fate.took = steady_clock::now() - started;
  return fate;
}

}  // namespace

std::vector<MutantFate> run_mutants(std::span<const Mutant> mutants, const std::vector<Scenario>& scenarios,
                                    const RunOptions& options, const std::function<void(const MutantFate&)>& finished) {
  std::vector<MutantFate> fates(mutants.size());
  std::mutex one_at_a_time;
  side_by_side(mutants.size(), static_cast<std::size_t>(std::max(options.jobs, 1)), [&](std::size_t i) {
    fates[i] = run_mutant(mutants[i], scenarios, options);
    const std::lock_guard lock(one_at_a_time);
    if (finished) finished(fates[i]);
  });
  return fates;
}

std::vector<std::string> false_alarms(const RunResult& of_the_reference_client) {
  std::vector<std::string> alarms;
  for (const ScenarioResult& result : of_the_reference_client.scenarios) {
    if (result.status != ScenarioStatus::passed && result.status != ScenarioStatus::skipped)
      alarms.push_back(result.id + ": " + std::string(to_string(result.status)) + ", " + why_it_failed(result));
    for (const InvariantResult& invariant : result.invariants) {
      if (invariant.status == InvariantResult::Status::violated)
        alarms.push_back(result.id + ": " + invariant.id + ", " + words_of(invariant));
    }
  }
  return alarms;
}

std::string_view to_string(MutantFate::End end) {
  switch (end) {
    case MutantFate::End::killed:
      return "killed";
    case MutantFate::End::killed_by_others:
      return "killed by others";
    case MutantFate::End::survived:
      return "survived";
  }
  return "?";
}

}  // namespace gcmock
