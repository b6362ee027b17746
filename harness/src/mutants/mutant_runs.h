// The suite against clients that it must fail, and against the one that it must not.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "gcmock/harness/run.h"
#include "mutants/mutant.h"

namespace gcmock {

/// How a mutant ended. It is killed by a violation of the invariant that is meant for it, be that an error or a
/// warning.
struct MutantFate {
  enum class End {
    killed,
    killed_by_others,  ///< scenarios failed, but for other reasons: what is meant for it is blind
    survived,
  };
  Mutant mutant;
  End end = End::survived;
  std::string scenario;             ///< id of the first that killed it, or that failed
  std::string what;                 ///< the violation, or what failed instead; empty where it survived
  bool fails_the_scenario = false;  ///< false: a warning, which lets the scenario pass
  std::size_t scenarios = 0;        ///< so many were run: none after the one that killed it
  std::chrono::nanoseconds took{0};
};

/// Runs the scenarios, in their order, against each of the mutants until it is killed; `options.jobs` mutants side by
/// side, each in one thread. `finished` is called once a mutant, one at a time, in the order in which they end.
std::vector<MutantFate> run_mutants(std::span<const Mutant> mutants, const std::vector<Scenario>& scenarios,
                                    const RunOptions& options,
                                    const std::function<void(const MutantFate&)>& finished = {});

/// What the suite says against a client that does nothing wrong: a failure or a violated invariant, a warning too. One
/// line each, with the scenario's id.
std::vector<std::string> false_alarms(const RunResult& of_the_reference_client);

std::string_view to_string(MutantFate::End end);

}  // namespace gcmock
