// The same scenario, seed and client give the same journal, over all that is shipped.
#include <gmock/gmock.h>

#include <filesystem>

#include "gcmock/harness/run.h"
#include "gcmock/harness/scenario.h"
#include "timeless_journal.h"

namespace gcmock::determinism {
namespace {

const std::string source_folder = GCMOCK_SOURCE_DIR;

RunResult run_all(std::uint64_t seed, int jobs) {
  RunOptions options;
  options.seed = seed;
  options.jobs = jobs;
  return run_files(find_scenario_files({source_folder + "/scenarios"}), make_client_factory(built_in_profile()),
                   options);
}

// One run has the machine to itself, the other one must share it: what depends on speed shows.
TEST(Determinism, GivesEachShippedScenarioTheSameJournalInEveryRunWithItsSeed) {
  const RunResult quiet = run_all(7, 1);
  const RunResult crowded = run_all(7, 8);

  ASSERT_GT(quiet.scenarios.size(), 100U);
  std::size_t exchanges = 0;
  for (std::size_t i = 0; i < quiet.scenarios.size(); ++i) {
    EXPECT_EQ(timeless_journal(quiet.scenarios[i]), timeless_journal(crowded.scenarios[i])) << quiet.scenarios[i].id;
    exchanges += quiet.scenarios[i].journal.size();
  }
  EXPECT_GT(exchanges, 300U) << "journals of nothing are alike";
}

TEST(Determinism, CheckTellsJournalsApart) {
  const std::string file = source_folder + "/scenarios/rotation/each_refresh_uses_the_newest_token.json";
  RunOptions options;
  const auto client = make_client_factory(built_in_profile());
  RunResult one = run_files({file}, client, options);
  options.seed = 2;
  const RunResult other_seed = run_files({file}, client, options);
  const std::string before = timeless_journal(one.scenarios[0]);

  one.scenarios[0].journal.pop_back();

  EXPECT_NE(timeless_journal(other_seed.scenarios[0]), before) << "ids and tokens come from the seed";
  EXPECT_NE(timeless_journal(one.scenarios[0]), before);
}

}  // namespace
}  // namespace gcmock::determinism
