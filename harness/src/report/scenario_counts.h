// How many scenarios ended how.
#pragma once

#include <array>
#include <cstddef>

#include "gcmock/harness/result.h"

namespace gcmock {

inline constexpr std::array all_statuses{ScenarioStatus::passed,  ScenarioStatus::failed,  ScenarioStatus::flaky,
                                         ScenarioStatus::vacuous, ScenarioStatus::skipped, ScenarioStatus::broken,
                                         ScenarioStatus::invalid, ScenarioStatus::not_run};

std::size_t count_of(const RunResult& result, ScenarioStatus status);

/// Neither passed nor skipped.
bool is_problem(ScenarioStatus status);
std::size_t count_of_problems(const RunResult& result);

}  // namespace gcmock
