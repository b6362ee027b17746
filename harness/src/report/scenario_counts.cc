// How many scenarios ended how.
#include "report/scenario_counts.h"

#include <algorithm>

namespace gcmock {

std::size_t count_of(const RunResult& result, ScenarioStatus status) {
  return static_cast<std::size_t>(std::ranges::count(result.scenarios, status, &ScenarioResult::status));
}

bool is_problem(ScenarioStatus status) {
  return status != ScenarioStatus::passed && status != ScenarioStatus::skipped;
}

std::size_t count_of_problems(const RunResult& result) {
  return static_cast<std::size_t>(std::ranges::count_if(result.scenarios, is_problem, &ScenarioResult::status));
}

}  // namespace gcmock
