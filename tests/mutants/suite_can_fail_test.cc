// The shipped suite against every mutant: each is seen by the invariant that is meant for it.
#include <gmock/gmock.h>

#include "gcmock/harness/scenario.h"
#include "mutants/mutant_runs.h"

namespace gcmock {
namespace {

std::vector<Scenario> shipped_scenarios() {
  std::vector<Scenario> all;
  for (const std::string& file : find_scenario_files({std::string(GCMOCK_SOURCE_DIR) + "/scenarios"}))
    all.push_back(*load_scenario(file).scenario);
  return all;
}

TEST(ShippedSuite, KillsEveryMutantByTheInvariantMeantForIt) {
  RunOptions options;
  options.jobs = 4;

  for (const MutantFate& fate : run_mutants(all_mutants(), shipped_scenarios(), options))
    EXPECT_EQ(fate.end, MutantFate::End::killed)
        << fate.mutant.name << " (" << fate.mutant.bug << ") " << to_string(fate.end) << ", " << fate.mutant.invariant
        << " saw nothing; " << fate.scenario << ": " << fate.what;
}

}  // namespace
}  // namespace gcmock
