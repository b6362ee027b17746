#include "gcmock/harness/result.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace gcmock {
namespace {

RunResult run_of(std::initializer_list<ScenarioStatus> statuses) {
  RunResult run;
  for (const ScenarioStatus status : statuses) run.scenarios.emplace_back().status = status;
  return run;
}

using enum ScenarioStatus;

TEST(ExitCode, IsZeroWhereAllPassedOrWereSkipped) {
  EXPECT_EQ(exit_code(run_of({passed, passed})), 0);
  EXPECT_EQ(exit_code(run_of({passed, skipped})), 0);
}

TEST(ExitCode, IsThatOfTheWorst) {
  EXPECT_EQ(exit_code(run_of({passed, vacuous})), 4);
  EXPECT_EQ(exit_code(run_of({vacuous, failed})), 1);
  EXPECT_EQ(exit_code(run_of({passed, flaky, vacuous})), 1);
  EXPECT_EQ(exit_code(run_of({failed, invalid})), 2);
  EXPECT_EQ(exit_code(run_of({invalid, broken, failed})), 3);
}

TEST(ExitCode, IsThatOfABrokenRunWhereAScenarioWasNotRun) {
  EXPECT_EQ(exit_code(run_of({passed, not_run})), 3);
}

TEST(ExitCode, OfAnInterruptedRunNamesTheSignalWhateverElseFailed) {
  RunResult interrupted = run_of({passed, broken, not_run});
  interrupted.ended_by_signal = 15;

  EXPECT_EQ(exit_code(interrupted), 143);
}

TEST(ExitCode, IsVacuousWhereNothingWasRun) {
  EXPECT_EQ(exit_code(run_of({})), 4);
  EXPECT_EQ(exit_code(run_of({skipped, skipped})), 4);
}

}  // namespace
}  // namespace gcmock
