// Words and the exit code of results.
#include "gcmock/harness/result.h"

#include <algorithm>

namespace gcmock {

int exit_code(const RunResult& result) {
  const auto any = [&](ScenarioStatus status) {
    return std::ranges::any_of(result.scenarios, [&](const ScenarioResult& one) { return one.status == status; });
  };
  if (result.ended_by_signal != 0) return 128 + result.ended_by_signal;
  const bool is_cut_off = any(ScenarioStatus::not_run) && !result.stopped_early;
  if (any(ScenarioStatus::broken) || is_cut_off) return 3;
  if (any(ScenarioStatus::invalid)) return 2;
  if (any(ScenarioStatus::failed) || any(ScenarioStatus::flaky)) return 1;
  if (any(ScenarioStatus::vacuous)) return 4;
  return any(ScenarioStatus::passed) ? 0 : 4;
}

Footing footing_of(const RunResult& result) {
  Footing sum;
  for (const ScenarioResult& scenario : result.scenarios) sum = together(sum, scenario.footing);
  return sum;
}

std::string_view to_string(ScenarioStatus status) {
  switch (status) {
    case ScenarioStatus::passed:
      return "passed";
    case ScenarioStatus::failed:
      return "failed";
    case ScenarioStatus::vacuous:
      return "vacuous";
    case ScenarioStatus::flaky:
      return "flaky";
    case ScenarioStatus::skipped:
      return "skipped";
    case ScenarioStatus::broken:
      return "broken";
    case ScenarioStatus::invalid:
      return "invalid";
    case ScenarioStatus::not_run:
      return "not_run";
  }
  return {};
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
  }
  return {};
}

std::string_view to_string(InvariantResult::Status status) {
  switch (status) {
    case InvariantResult::Status::held:
      return "held";
    case InvariantResult::Status::violated:
      return "violated";
    case InvariantResult::Status::nothing_to_look_at:
      return "nothing_to_look_at";
    case InvariantResult::Status::waived:
      return "waived";
  }
  return {};
}

}  // namespace gcmock
