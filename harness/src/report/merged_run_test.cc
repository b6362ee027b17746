// Reports of shards as one run.
#include "report/merged_run.h"

#include <gmock/gmock.h>

#include "report/json_report.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ShardReport shard(const std::string& file, std::vector<ScenarioResult> scenarios) {
  return {file, run_of(std::move(scenarios))};
}

TEST(MergedRun, IsTheRunThatWasNotSharded) {
  RunResult whole = run_of({passed("a/1", 1ms), passed("a/2", 2ms), passed("b/1", 3ms)});
  whole.took = 5s;

  const MergedRun merged =
      merged_run({shard("2.json", {passed("b/1", 3ms), passed("a/1", 1ms)}), shard("1.json", {passed("a/2", 2ms)})});

  EXPECT_THAT(merged.mistakes, IsEmpty());
  EXPECT_EQ(json_report(merged.result), json_report(whole));
}

TEST(MergedRun, RefusesWhatWasRunTwice) {
  const MergedRun merged = merged_run({shard("1.json", {passed("a/1", 1ms)}), shard("2.json", {passed("a/1", 1ms)})});

  EXPECT_THAT(merged.mistakes,
              ElementsAre("scenarios/a/1.json was run in 1.json and in 2.json; give each scenario once"));
}

TEST(MergedRun, RefusesSeveralClientsAndSeeds) {
  ShardReport other = shard("2.json", {passed("a/2", 1ms)});
  other.result.client = "curl";
  other.result.seed = 7;

  const MergedRun merged = merged_run({shard("1.json", {passed("a/1", 1ms)}), other});

  EXPECT_THAT(merged.mistakes, ElementsAre(AllOf(HasSubstr("client my-app"), HasSubstr("2.json about client curl")),
                                           AllOf(HasSubstr("seed 1"), HasSubstr("2.json with seed 7"))));
}

TEST(MergedRun, TakesWhatWasRunForWhatWasNot) {
  ScenarioResult run_later = passed("tokens/revoked", 1ms);

  const MergedRun before = merged_run({shard("1.json", {unrun()}), shard("2.json", {run_later})});
  const MergedRun behind = merged_run({shard("2.json", {run_later}), shard("1.json", {unrun()})});

  for (const MergedRun& merged : {before, behind}) {
    EXPECT_THAT(merged.mistakes, IsEmpty());
    ASSERT_EQ(merged.result.scenarios.size(), 1U);
    EXPECT_EQ(merged.result.scenarios[0].status, ScenarioStatus::passed);
  }
}

TEST(MergedRun, WasInterruptedWhereAShardWas) {
  ShardReport interrupted = shard("2.json", {unrun()});
  interrupted.result.ended_by_signal = 15;

  const MergedRun merged = merged_run({shard("1.json", {passed("a/1", 1ms)}), interrupted});

  EXPECT_EQ(exit_code(merged.result), 143);
  EXPECT_EQ(merged.result.scenarios.back().status, ScenarioStatus::not_run);
}

}  // namespace
}  // namespace gcmock
