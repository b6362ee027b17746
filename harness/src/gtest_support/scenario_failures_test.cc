// Results to failures of GoogleTest.
#include "gtest_support/scenario_failures.h"

#include <gmock/gmock.h>
#include <gtest/gtest-spi.h>

#include <filesystem>

#include "gcmock/harness/register_scenarios.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<testing::TestPartResult> failures_of(const ScenarioResult& result) {
  testing::TestPartResultArray caught;
  {
    testing::ScopedFakeTestPartResultReporter reporter(&caught);
    add_failures(result);
  }
  std::vector<testing::TestPartResult> failures;
  for (int i = 0; i < caught.size(); ++i) failures.push_back(caught.GetTestPartResult(i));
  return failures;
}

ScenarioResult result_with(ScenarioStatus status) {
  ScenarioResult result;
  result.file = "scenarios/a/b.json";
  result.status = status;
  result.note = "the client never connected";
  return result;
}

TEST(TestName, IsTheFolderAndTheFile) {
  EXPECT_EQ(test_name_of("x/scenarios/multi_org/unregistered.json"), (TestName{"multi_org", "unregistered"}));
  EXPECT_EQ(test_name_of("x/scenarios/alone.json"), (TestName{"scenarios", "alone"}));
  EXPECT_EQ(test_name_of("x/scenarios/a/b/v1.2.json"), (TestName{"a/b", "v1_2"}));
}

TEST(ScenarioFailures, AreNoneWhereItPassedOrWasSkipped) {
  EXPECT_TRUE(failures_of(result_with(ScenarioStatus::passed)).empty());
  EXPECT_TRUE(failures_of(result_with(ScenarioStatus::skipped)).empty());
}

TEST(ScenarioFailures, StandAtTheLineOfTheStep) {
  auto result = result_with(ScenarioStatus::failed);
  StepResult step;
  step.what = "call secondary";
  step.place = {"scenarios/a/b.json", 12, 5};
  step.expected = {Outcome::needs_admin, Outcome::needs_user};
  step.got = Outcome::ok;
  step.failed = true;
  result.steps = {step};

  const auto failures = failures_of(result);

  ASSERT_EQ(failures.size(), 1u);
  EXPECT_STREQ(failures[0].file_name(), "scenarios/a/b.json");
  EXPECT_EQ(failures[0].line_number(), 12);
  EXPECT_THAT(failures[0].message(), HasSubstr("call secondary: expected needs_admin or needs_user, got ok"));
}

TEST(ScenarioFailures, TellWhyRequestsWereRefusedOnce) {
  auto result = result_with(ScenarioStatus::failed);
  result.rerun = "gcmock run scenarios/a/b.json";
  result.checks = {
      {"at most 1 exchange: token requests", "found 2: #1 #2", {1, 2}, {"scenarios/a/b.json", 9, 1}, false},
      {"never requests with status 500", "found 1: #3", {3}, {"scenarios/a/b.json", 10, 1}, false},
      {"holds", "found none", {}, {}, true}};
  Explanation explanation;
  explanation.exchange = 2;
  explanation.request = "POST /api/v2/oauth/token";
  explanation.status = 403;
  explanation.reason = RefusalReason::client_disabled;
  explanation.trail = {{false, "client app is active in org secondary", ""}};
  explanation.remedy = "\"state\": \"active\"";
  result.explanations = {explanation};

  const auto failures = failures_of(result);

  ASSERT_EQ(failures.size(), 2u);
  EXPECT_THAT(failures[0].message(), HasSubstr("found 2: #1 #2"));
  EXPECT_THAT(failures[0].message(), HasSubstr("why #2 was refused: POST /api/v2/oauth/token → 403 (client_disabled)"));
  EXPECT_THAT(failures[0].message(), HasSubstr("✗ client app is active in org secondary"));
  EXPECT_THAT(failures[0].message(), HasSubstr("would be granted with: \"state\": \"active\""));
  EXPECT_THAT(failures[0].message(), HasSubstr("rerun: gcmock run scenarios/a/b.json"));
  EXPECT_THAT(failures[1].message(), Not(HasSubstr("why #2")));
}

TEST(ScenarioFailures, CountAViolatedInvariantUnlessItIsAWarning) {
  auto result = result_with(ScenarioStatus::failed);
  InvariantResult violated;
  violated.id = "I-18";
  violated.title = "the client stops";
  violated.clause = "RFC 6749 §5.2";
  violated.status = InvariantResult::Status::violated;
  violated.findings = {{"saw 2 token requests after #4", {6, 7}}};
  InvariantResult warning = violated;
  warning.severity = Severity::warning;
  InvariantResult expired = violated;
  expired.waiver = "waiver expired on 2026-01-31";
  InvariantResult held = violated;
  held.status = InvariantResult::Status::waived;
  result.invariants = {violated, warning, expired, held};

  const auto failures = failures_of(result);

  ASSERT_EQ(failures.size(), 2u);
  EXPECT_THAT(failures[0].message(), HasSubstr("I-18 the client stops\n  saw 2 token requests after #4: #6 #7\n"));
  EXPECT_STREQ(failures[0].file_name(), "scenarios/a/b.json");
  EXPECT_THAT(failures[1].message(), HasSubstr("waiver expired on 2026-01-31"));
}

TEST(ScenarioFailures, CountFindingsOfTheContractWhereThatIsAsked) {
  auto result = result_with(ScenarioStatus::failed);
  result.contract = {{"GET /api/v2/oauth/clients sends undeclared query parameter pageSize", {4, 5}}};

  EXPECT_TRUE(failures_of(result).empty());
  result.contract_severity = Severity::error;

  EXPECT_THAT(failures_of(result).at(0).message(),
              HasSubstr("contract: GET /api/v2/oauth/clients sends undeclared query parameter pageSize, #4 #5"));
}

TEST(ScenarioFailures, AreToldOnStandardOutputWhereTheyAreFindingsOnly) {
  auto result = result_with(ScenarioStatus::passed);
  result.contract = {{"DELETE /api/v2/tokens/me sends a body where none is declared", {2}}};

  testing::internal::CaptureStdout();
  tell_contract_findings(result);

  EXPECT_EQ(testing::internal::GetCapturedStdout(),
            "[ CONTRACT ] contract: DELETE /api/v2/tokens/me sends a body where none is declared, #2\n");
}

TEST(ScenarioFailures, AreThereForWhatProvedNothingBrokeOrCannotBeRead) {
  EXPECT_THAT(failures_of(result_with(ScenarioStatus::vacuous)).at(0).message(),
              HasSubstr("proved nothing: the client"));
  EXPECT_THAT(failures_of(result_with(ScenarioStatus::broken)).at(0).message(), HasSubstr("broke: the client"));
  auto invalid = result_with(ScenarioStatus::invalid);
  Diagnostic diagnostic;
  diagnostic.code = "GC203";
  diagnostic.place = {"scenarios/a/b.json", 7, 3};
  diagnostic.what = "unknown key";
  invalid.diagnostics = {diagnostic};
  EXPECT_EQ(failures_of(invalid).at(0).line_number(), 7);
  EXPECT_THAT(failures_of(invalid).at(0).message(), HasSubstr("error[GC203]: unknown key"));
}

// These run with all others of this program: the reference client passes what it is registered for.
const bool registered = [] {
  const auto file =
      std::filesystem::path(GCMOCK_SOURCE_DIR) / "scenarios/rotation/each_refresh_uses_the_newest_token.json";
  register_scenarios(file.string(), make_client_factory(built_in_profile()));
  return true;
}();

TEST(RegisteredScenarios, AreTestsOfThisProgram) {
  const auto* unit = testing::UnitTest::GetInstance();
  bool found = false;
  for (int i = 0; i < unit->total_test_suite_count(); ++i)
    found = found || unit->GetTestSuite(i)->name() == std::string("rotation");

  EXPECT_TRUE(registered && found);
}

}  // namespace
}  // namespace gcmock
