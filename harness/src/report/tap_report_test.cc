// The report for TAP harnesses: a plan, a point for each scenario, YAML that stays YAML.
#include "report/tap_report.h"

#include <gmock/gmock.h>

#include "report/approved_text.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(ApprovedTapReport, HasAPointForOneOfEachStatus) {
  expect_approved(tap_report(mixed_run()), "tap_mixed_run.approved.tap");
}

TEST(TapReport, BeginsWithItsVersionAndThePlan) {
  EXPECT_THAT(tap_report(mixed_run()), StartsWith("TAP version 14\n1..9\n"));
}

TEST(TapReport, EscapesWhatWouldBeADirective) {
  ScenarioResult scenario = passed("odd/name # TODO not \\ yet", 1ms);

  EXPECT_THAT(tap_report(run_of({scenario})), HasSubstr("ok 1 - odd/name \\# TODO not \\\\ yet\n"));
}

TEST(TapReport, LetsNoClientWriteAPoint) {
  ScenarioResult scenario = hammering_client();
  scenario.steps[1].detail = scenario.client_stderr = "x\nok 1 - forged\n...\nBail out!\n";
  scenario.note = "x\nok 2 - forged";

  const std::string tap = tap_report(run_of({scenario}));

  EXPECT_THAT(tap, Not(HasSubstr("\nok ")));
  EXPECT_THAT(tap, Not(HasSubstr("\nBail out!")));
  EXPECT_EQ(tap.find("\n  ...\n"), tap.rfind("\n  ...\n")) << "one block, which the client does not end";
}

TEST(TapReport, BailsOutOfAnInterruptedRunBehindWhatRan) {
  RunResult run = run_of({passed("a/b", 1ms), unrun()});
  run.ended_by_signal = 2;

  EXPECT_THAT(tap_report(run), AllOf(HasSubstr("1..2\n"), HasSubstr("ok 1 - a/b\n"), Not(HasSubstr("ok 2")),
                                     EndsWith("\nBail out! The run was ended by signal 2.\n")));
}

TEST(TapReport, SaysThatNothingWasRun) {
  EXPECT_THAT(tap_report(run_of({})), StartsWith("TAP version 14\n1..0 # SKIP nothing was run\n"));
}

}  // namespace
}  // namespace gcmock
