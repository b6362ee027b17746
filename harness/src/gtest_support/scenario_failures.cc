// Results to failures.
#include "gtest_support/scenario_failures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <sstream>

#include "scenario/scenario_files.h"

namespace gcmock {
namespace {

// Failures in the order of their making; the explanations go with the first one, so that they are read once.
class Failures {
 public:
  explicit Failures(const ScenarioResult& result) : result_(result) {}

  void add(const SourcePlace& place, const std::string& what) {
    ADD_FAILURE_AT(place.file.empty() ? result_.file.c_str() : place.file.c_str(), std::max(place.line, 1))
        << what << (told_ ? "" : explanations());
    told_ = true;
  }

 private:
  [[nodiscard]] std::string explanations() const {
    std::ostringstream text;
    for (const Explanation& explanation : result_.explanations) {
      text << "\nwhy #" << explanation.exchange << " was refused: " << explanation.request << " → "
           << explanation.status << " (" << explanation.reason << ")";
      for (const auto& line : explanation.trail) text << "\n  " << (line.passed ? "✓ " : "✗ ") << line.claim;
      if (!explanation.decided_at.empty()) text << "\n    " << explanation.decided_at;
      if (!explanation.remedy.empty()) text << "\n    would be granted with: " << explanation.remedy;
    }
    if (!result_.rerun.empty()) text << "\nrerun: " << result_.rerun;
    return text.str();
  }

  const ScenarioResult& result_;
  bool told_ = false;
};

std::string numbers(const std::vector<std::uint64_t>& exchanges) {
  std::string text;
  for (const auto number : exchanges) text += " #" + std::to_string(number);
  return text;
}

std::string words_of(const StepResult& step) {
  std::ostringstream text;
  text << step.what << ": expected ";
  for (std::size_t i = 0; i < step.expected.size(); ++i) text << (i == 0 ? "" : " or ") << step.expected[i];
  if (step.expected.empty()) text << "an answer";
  text << ", got ";
  if (step.got) text << *step.got;
  if (!step.got) text << "none";
  if (!step.detail.empty()) text << " (" << step.detail << ")";
  return text.str();
}

std::string words_of(const ContractFinding& finding) {
  return "contract: " + finding.what + "," + numbers(finding.exchanges);
}

void add_violation(const InvariantResult& invariant, Failures& failures) {
  std::string text = invariant.id + " " + invariant.title;
  for (const auto& finding : invariant.findings) {
    text += "\n  " + finding.what + (finding.exchanges.empty() ? "" : ":" + numbers(finding.exchanges));
  }
  if (!invariant.waiver.empty()) text += "\n  " + invariant.waiver;
  failures.add(invariant.place, text + "\n  " + invariant.clause);
}

bool counts(const InvariantResult& invariant) {
  return invariant.status == InvariantResult::Status::violated && invariant.severity == Severity::error;
}

void add_what_did_not_hold(const ScenarioResult& result, Failures& failures) {
  for (const StepResult& step : result.steps) {
    if (step.failed) failures.add(step.place, words_of(step));
  }
  for (const CheckResult& check : result.checks) {
    if (!check.passed) failures.add(check.place, check.what + "\n  " + check.found);
  }
  for (const InvariantResult& invariant : result.invariants) {
    if (counts(invariant)) add_violation(invariant, failures);
  }
  if (result.contract_severity != Severity::error) return;
  for (const ContractFinding& finding : result.contract) failures.add({result.file, 1, 0}, words_of(finding));
}

}  // namespace

TestName test_name_of(const std::string& file) {
  const std::string id = scenario_id(file);
  const std::size_t slash = id.rfind('/');
  TestName name{slash == std::string::npos ? "scenarios" : id.substr(0, slash),
                slash == std::string::npos ? id : id.substr(slash + 1)};
  // GoogleTest parts suite and test at the first dot.
  for (std::string* part : {&name.suite, &name.test}) std::replace(part->begin(), part->end(), '.', '_');
  return name;
}

void tell_contract_findings(const ScenarioResult& result) {
  for (const ContractFinding& finding : result.contract) std::cout << "[ CONTRACT ] " << words_of(finding) << '\n';
}

void add_failures(const ScenarioResult& result) {
  Failures failures(result);
  switch (result.status) {
    case ScenarioStatus::passed:
    case ScenarioStatus::skipped:
      return;
    case ScenarioStatus::failed:
    case ScenarioStatus::flaky:
      return add_what_did_not_hold(result, failures);
    case ScenarioStatus::vacuous:
      return failures.add({result.file, 1, 0}, "proved nothing: " + result.note);
    case ScenarioStatus::broken:
      return failures.add({result.file, 1, 0}, "the run itself broke: " + result.note);
    case ScenarioStatus::invalid:
      for (const Diagnostic& diagnostic : result.diagnostics) failures.add(diagnostic.place, to_string(diagnostic));
      return;
    case ScenarioStatus::not_run:
      return failures.add({result.file, 1, 0}, "not run: " + result.note);
  }
}

}  // namespace gcmock
