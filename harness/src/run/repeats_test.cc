// Runs that end differently make a client flaky, and the result says in what.
#include "run/repeats.h"

#include <gmock/gmock.h>

#include <chrono>

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Exchange token_exchange(int status) {
  Exchange exchange;
  exchange.endpoint = Endpoint::token;
  exchange.subject.org = OrgName("acme");
  exchange.status = status;
  return exchange;
}

ScenarioResult a_run(ScenarioStatus status, Outcome got, int token_requests) {
  ScenarioResult run;
  run.id = "multi_org/healthy";
  run.status = status;
  run.took = 10ms;
  StepResult step;
  step.what = "call acme";
  step.got = got;
  step.run = true;
  step.failed = status == ScenarioStatus::failed;
  run.steps = {step};
  run.checks = {{"at most 1 exchange", "found " + std::to_string(token_requests), {}, {}, token_requests <= 1}};
  for (int i = 0; i < token_requests; ++i) run.journal.push_back(token_exchange(200));
  return run;
}

std::vector<std::string> words_of(const std::vector<RunDifference>& differences) {
  std::vector<std::string> words;
  for (const RunDifference& each : differences) {
    std::string word = each.what + ":";
    for (const std::string& value : each.values) word += " [" + value + "]";
    words.push_back(word);
  }
  return words;
}

TEST(Repeats, AreFlakyWhereTheRunsEndedDifferentlyAndSayInWhat) {
  const ScenarioResult one =
      as_one({a_run(ScenarioStatus::passed, Outcome::ok, 1), a_run(ScenarioStatus::failed, Outcome::failed, 3),
              a_run(ScenarioStatus::passed, Outcome::ok, 1)});

  EXPECT_EQ(one.status, ScenarioStatus::flaky);
  EXPECT_EQ(one.repeats.shown, 1U);
  EXPECT_TRUE(one.steps.at(0).failed) << "the run that did not pass is shown";
  EXPECT_EQ(one.took, 30ms);
  EXPECT_THAT(one.repeats.runs, ElementsAre(ScenarioStatus::passed, ScenarioStatus::failed, ScenarioStatus::passed));
  EXPECT_THAT(words_of(one.repeats.differences),
              ElementsAre("step 1, call acme: [ok] [failed] [ok]",
                          "at most 1 exchange: [passed: found 1] [failed: found 3] [passed: found 1]",
                          "token exchanges of org acme answered 200: [1] [3] [1]"));
}

TEST(Repeats, ThatEndedAlikeAreNotFlakyThoughTheyDiffer) {
  ScenarioResult other = a_run(ScenarioStatus::passed, Outcome::ok, 1);
  other.journal.push_back(token_exchange(429));

  const ScenarioResult one = as_one({a_run(ScenarioStatus::passed, Outcome::ok, 1), other});

  EXPECT_EQ(one.status, ScenarioStatus::passed);
  EXPECT_THAT(words_of(one.repeats.differences), ElementsAre("token exchanges of org acme answered 429: [0] [1]"));
}

TEST(Repeats, ThatFailedEachTimeFailed) {
  const ScenarioResult one =
      as_one({a_run(ScenarioStatus::failed, Outcome::failed, 2), a_run(ScenarioStatus::failed, Outcome::failed, 2)});

  EXPECT_EQ(one.status, ScenarioStatus::failed);
  EXPECT_THAT(one.repeats.differences, IsEmpty());
}

TEST(Repeats, AreBrokenWhereOneOfThemWas) {
  ScenarioResult broken = a_run(ScenarioStatus::broken, Outcome::failed, 0);
  broken.note = "no such program";

  const ScenarioResult one = as_one({a_run(ScenarioStatus::failed, Outcome::failed, 1), broken});

  EXPECT_EQ(one.status, ScenarioStatus::broken);
  EXPECT_EQ(one.note, "no such program");
}

TEST(Repeats, OfOneRunAreThatRun) {
  const ScenarioResult one = as_one({a_run(ScenarioStatus::passed, Outcome::ok, 1)});

  EXPECT_EQ(one.status, ScenarioStatus::passed);
  EXPECT_THAT(one.repeats.runs, SizeIs(1));
  EXPECT_THAT(one.repeats.differences, IsEmpty());
}

}  // namespace
}  // namespace gcmock
