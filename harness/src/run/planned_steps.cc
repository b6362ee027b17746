#include "run/planned_steps.h"

#include <variant>

namespace gcmock {

std::vector<StepResult> planned_steps(const Scenario& scenario) {
  std::vector<StepResult> steps;
  for (const Step& step : scenario.steps) {
    StepResult& result = steps.emplace_back();
    result.what = describe(step);
    result.place = step.place;
    if (const auto* asked = std::get_if<PerformCall>(&step.what)) {
      result.expected = asked->outcomes;
      result.org = asked->call.org;
      result.verb = asked->call.verb;
      if (asked->call.verb == Verb::call) {
        result.method = asked->call.method;
        result.path = asked->call.path;
      }
      result.calls = asked->call.parallel;
    }
  }
  return steps;
}

}  // namespace gcmock
