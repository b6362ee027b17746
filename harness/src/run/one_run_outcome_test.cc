#include "run/one_run_outcome.h"

#include <gmock/gmock.h>

#include <chrono>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using enum Outcome;

Scenario with_calls(std::vector<std::vector<Outcome>> right_outcomes) {
  Scenario scenario;
  for (auto& outcomes : right_outcomes) scenario.steps.push_back({PerformCall{{}, std::move(outcomes)}, {}});
  return scenario;
}

TEST(OneRunOutcome, IsTheWorstOfWhatIsRightForEachCall) {
  EXPECT_THAT(right_for_one_run(with_calls({{ok}, {needs_admin}, {ok}})), ElementsAre(needs_admin));
  EXPECT_THAT(right_for_one_run(with_calls({{ok, retry_later}, {ok}})), UnorderedElementsAre(ok, retry_later));
  EXPECT_THAT(right_for_one_run(with_calls({{ok, needs_user}, {retry_later}})),
              UnorderedElementsAre(retry_later, needs_user));
}

TEST(OneRunOutcome, CanOnlyGetWorseByACallThatIsNotJudged) {
  EXPECT_THAT(right_for_one_run(with_calls({{needs_user}, {}})), UnorderedElementsAre(needs_user, needs_admin, failed));
}

TEST(OneRunOutcome, IsNotJudgedWhereNoCallIs) {
  EXPECT_THAT(right_for_one_run(with_calls({{}, {}})), IsEmpty());
}

TEST(OneRunOutcome, IsExpectedOfTheLastCallAlone) {
  Scenario scenario = with_calls({{ok}, {needs_admin}});
  scenario.steps.push_back({AdvanceClock{std::chrono::hours{1}}, {}});
  std::vector<StepResult> steps(3);
  steps[0].expected = {ok};
  steps[1].expected = {needs_admin};

  judge_by_one_outcome(scenario, steps);

  EXPECT_THAT(steps[0].expected, IsEmpty());
  EXPECT_THAT(steps[1].expected, ElementsAre(needs_admin));
}

}  // namespace
}  // namespace gcmock
