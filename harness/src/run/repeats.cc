#include "run/repeats.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace gcmock {
namespace {

// What was found in each run, by what it was found about. The order is that in which things were met.
class Comparison {
 public:
  explicit Comparison(std::size_t runs) : runs_(runs) {}

  void add(std::size_t run, const std::string& what, std::string value, const std::string& otherwise) {
    const auto [at, is_new] = index_.try_emplace(what, rows_.size());
    if (is_new) rows_.push_back({what, std::vector<std::string>(runs_, otherwise)});
    rows_[at->second].values[run] = std::move(value);
  }

  [[nodiscard]] std::vector<RunDifference> differing() && {
    std::erase_if(rows_, [](const RunDifference& row) {
      return std::ranges::adjacent_find(row.values, std::not_equal_to<>()) == row.values.end();
    });
    return std::move(rows_);
  }

 private:
  std::size_t runs_;
  std::vector<RunDifference> rows_;
  std::map<std::string, std::size_t> index_;
};

std::string worded(const StepResult& step) {
  if (step.got) return std::string(to_string(*step.got));
  if (step.failed) return step.detail;
  return step.run ? "done" : "not run";
}

std::string worded(const CheckResult& check) {
  return (check.passed ? "passed: " : "failed: ") + check.found;
}

std::string kind_of(const Exchange& exchange) {
  std::string kind = fmt::format("{} exchanges", to_string(exchange.endpoint));
  if (exchange.subject.org) kind += " of org " + exchange.subject.org->value;
  return kind + (exchange.status == 0 ? " without an answer" : fmt::format(" answered {}", exchange.status));
}

void add_counts(std::size_t run, const std::vector<Exchange>& journal, Comparison& comparison) {
  std::map<std::string, int> counts;
  for (const Exchange& exchange : journal) ++counts[kind_of(exchange)];
  for (const auto& [kind, count] : counts) comparison.add(run, kind, std::to_string(count), "0");
}

void add(std::size_t run, const ScenarioResult& result, Comparison& comparison) {
  for (std::size_t i = 0; i < result.steps.size(); ++i)
    comparison.add(run, fmt::format("step {}, {}", i + 1, result.steps[i].what), worded(result.steps[i]), "not run");
  for (const CheckResult& check : result.checks) comparison.add(run, check.what, worded(check), "not checked");
  for (const InvariantResult& invariant : result.invariants)
    comparison.add(run, invariant.id + ' ' + invariant.title, std::string(to_string(invariant.status)), "not judged");
  add_counts(run, result.journal, comparison);
}

// `wanted`, or the first of all.
std::size_t first_that(const std::vector<ScenarioResult>& runs, auto wanted) {
  const auto found = std::ranges::find_if(runs, wanted, &ScenarioResult::status);
  return found == runs.end() ? 0 : static_cast<std::size_t>(found - runs.begin());
}

}  // namespace

std::vector<RunDifference> differences_between(const std::vector<ScenarioResult>& runs) {
  Comparison comparison(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) add(i, runs[i], comparison);
  return std::move(comparison).differing();
}

ScenarioResult as_one(std::vector<ScenarioResult> runs) {
  Repeats repeats;
  std::chrono::nanoseconds took{0};
  for (const ScenarioResult& run : runs) {
    repeats.runs.push_back(run.status);
    took += run.took;
  }
  repeats.differences = differences_between(runs);
  const bool any_broken = std::ranges::count(repeats.runs, ScenarioStatus::broken) > 0;
  repeats.shown = first_that(runs, [&](ScenarioStatus status) {
    return any_broken ? status == ScenarioStatus::broken : status != ScenarioStatus::passed;
  });
  const bool all_alike = std::ranges::adjacent_find(repeats.runs, std::not_equal_to<>()) == repeats.runs.end();

  ScenarioResult result = std::move(runs[repeats.shown]);
  if (!all_alike && !any_broken) result.status = ScenarioStatus::flaky;
  result.took = took;
  result.repeats = std::move(repeats);
  return result;
}

}  // namespace gcmock
