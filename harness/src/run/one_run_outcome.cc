#include "run/one_run_outcome.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace gcmock {

std::vector<Outcome> right_for_one_run(const Scenario& scenario) {
  static const std::vector<Outcome> anything = {Outcome::ok, Outcome::retry_later, Outcome::needs_user,
                                                Outcome::needs_admin, Outcome::failed};
  std::set<Outcome> right = {Outcome::ok};
  bool judged = false;
  for (const Step& step : scenario.steps) {
    const auto* asked = std::get_if<PerformCall>(&step.what);
    if (asked == nullptr) continue;
    judged = judged || !asked->outcomes.empty();
    std::set<Outcome> worst;
    for (const Outcome so_far : right) {
      for (const Outcome next : asked->outcomes.empty() ? anything : asked->outcomes)
        worst.insert(worse_of(so_far, next));
    }
    right = std::move(worst);
  }
  return judged ? std::vector<Outcome>(right.begin(), right.end()) : std::vector<Outcome>{};
}

void judge_by_one_outcome(const Scenario& scenario, std::vector<StepResult>& steps) {
  StepResult* first = nullptr;
  StepResult* last = nullptr;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!std::holds_alternative<PerformCall>(scenario.steps[i].what)) continue;
    steps[i].expected.clear();
    last = &steps[i];
    if (first == nullptr) first = last;
    if (first != last) first->calls += std::exchange(last->calls, 0);
  }
  if (last != nullptr) last->expected = right_for_one_run(scenario);
}

}  // namespace gcmock
