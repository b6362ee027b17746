#include "mutants/mutant_runs.h"

#include <gmock/gmock.h>

#include "gcmock/harness/scenario.h"

namespace gcmock {
namespace {

using End = MutantFate::End;

std::vector<Scenario> scenarios(const std::vector<std::string>& ids) {
  std::vector<Scenario> all;
  for (const std::string& id : ids)
    all.push_back(*load_scenario(std::string(GCMOCK_SOURCE_DIR) + "/scenarios/" + id + ".json").scenario);
  return all;
}

MutantFate fate_of(const Mutant& mutant, const std::vector<std::string>& ids) {
  return run_mutants({&mutant, 1}, scenarios(ids), {}).at(0);
}

const std::string no_bug_shows = "api/wrong_method";
const std::string forbidden = "multi_org/missing_role_shows_on_the_api_call";

TEST(RunMutants, KillsOneByTheInvariantMeantForItAndStopsThere) {
  const MutantFate fate = fate_of(*find_mutant("refreshes_on_403"), {no_bug_shows, forbidden, no_bug_shows});

  EXPECT_EQ(fate.end, End::killed);
  EXPECT_EQ(fate.scenario, forbidden);
  EXPECT_THAT(fate.what, testing::HasSubstr("403"));
  EXPECT_TRUE(fate.fails_the_scenario);
  EXPECT_EQ(fate.scenarios, 2U);
}

TEST(RunMutants, SaysWhereOnlyAnotherCheckSawIt) {
  Mutant mutant = *find_mutant("refreshes_on_403");
  mutant.invariant = "I-5";

  const MutantFate fate = fate_of(mutant, {forbidden, no_bug_shows});

  EXPECT_EQ(fate.end, End::killed_by_others);
  EXPECT_EQ(fate.scenario, forbidden);
  EXPECT_NE(fate.what, "");
  EXPECT_EQ(fate.scenarios, 2U);
}

TEST(RunMutants, LetsOneSurviveThatDoesNothingWrong) {
  const Mutant mutant{"is_fine", "none", "I-17", [](Conduct&) {}};

  const MutantFate fate = fate_of(mutant, {forbidden});

  EXPECT_EQ(fate.end, End::survived);
  EXPECT_EQ(fate.scenario, "");
}

TEST(RunMutants, ReportsEachAsItEnds) {
  RunOptions options;
  options.jobs = 4;
  std::vector<std::string> ended;

  const auto fates = run_mutants(all_mutants().first(4), scenarios({no_bug_shows}), options,
                                 [&](const MutantFate& fate) { ended.emplace_back(fate.mutant.name); });

  ASSERT_EQ(fates.size(), 4U);
  std::vector<std::string> in_order;
  for (const MutantFate& fate : fates) in_order.emplace_back(fate.mutant.name);
  EXPECT_THAT(ended, testing::UnorderedElementsAreArray(in_order));
  EXPECT_EQ(fates.front().mutant.name, all_mutants().front().name);
}

TEST(FalseAlarms, AreFailuresAndViolatedWarnings) {
  RunResult run;
  run.scenarios.resize(3);
  run.scenarios[0].id = "fine";
  run.scenarios[1].id = "warned";
  run.scenarios[1].invariants.push_back({"I-11",
                                         "one at a time",
                                         "clause",
                                         Severity::warning,
                                         InvariantResult::Status::violated,
                                         1,
                                         {{"two were under way", {1, 2}}},
                                         "",
                                         {}});
  run.scenarios[2].id = "broken";
  run.scenarios[2].status = ScenarioStatus::broken;
  run.scenarios[2].note = "no port";

  EXPECT_THAT(false_alarms(run), testing::ElementsAre("warned: I-11, two were under way", "broken: broken, no port"));
}

}  // namespace
}  // namespace gcmock
