// The report for people: everything that a reader needs for a failure, nothing for what passed.
#include "report/console_report.h"

#include <gmock/gmock.h>

#include "report/approved_text.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

TEST(ApprovedConsoleReport, ShowsOneOfEachStatus) {
  const std::string text = console_report(mixed_run(), {});

  expect_approved(text, "console_mixed_run.approved.txt");
}

TEST(ApprovedConsoleReport, ShowsEverythingWhereAskedTo) {
  const std::string text = console_report(run_of({passed("multi_org/healthy", 12ms)}), {.detail = Detail::everything});

  expect_approved(text, "console_verbose_pass.approved.txt");
}

TEST(ConsoleReport, HasOneLineForAPassedScenario) {
  const std::string text = console_scenario(passed("a/b", 312ms), {.width = 60});

  EXPECT_EQ(text, "PASS    a/b                                           312 ms\n");
}

TEST(ConsoleReport, KeepsTheDurationApartFromALongName) {
  const std::string text = console_scenario(passed("a_name/that_is_longer_than_the_line", 312ms), {.width = 30});

  EXPECT_EQ(text, "PASS    a_name/that_is_longer_than_the_line  312 ms\n");
}

TEST(ConsoleReport, SaysHowManyRunsOfAFlakyScenarioPassedAndInWhatTheyDiffer) {
  const std::string text = console_scenario(flaky(), {});

  EXPECT_THAT(text, testing::StartsWith("FLAKY   2/3 refresh_token/now_and_then "));
  EXPECT_THAT(text, HasSubstr("3 runs  passed, failed, passed\n"));
  EXPECT_THAT(text, HasSubstr("step 1, call primary: ok, failed, ok\n"));
  EXPECT_THAT(text, HasSubstr("rerun: gcmock run scenarios/refresh_token/now_and_then.json --client clients/my-app "
                              "--seed 1 --repeat 3\n"));
}

TEST(ConsoleReport, TellsDifferencesOfRunsThatAllPassed) {
  ScenarioResult scenario = passed("a/b", 1ms);
  scenario.repeats = {{ScenarioStatus::passed, ScenarioStatus::passed}, 0, {{"token exchanges", {"1", "2"}}}};

  EXPECT_THAT(console_scenario(scenario, {}), HasSubstr("2 runs  that ended alike differ in\n"));
  EXPECT_THAT(console_scenario(scenario, {}), HasSubstr("token exchanges: 1, 2\n"));
}

TEST(ConsoleReport, HasColourOnlyWhereAskedTo) {
  EXPECT_THAT(console_report(mixed_run(), {.colour = Colour::off}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(console_report(mixed_run(), {.colour = Colour::on}), HasSubstr("\x1b[31mFAIL\x1b[0m"));
}

TEST(ConsoleReport, ShowsAWarningOfAPassedScenario) {
  ScenarioResult scenario = passed("a/b", 1ms);
  scenario.invariants = {hammering()};
  scenario.invariants[0].severity = Severity::warning;

  const std::string text = console_scenario(scenario, {});

  EXPECT_THAT(text, HasSubstr("I-19 (warning)"));
}

TEST(ConsoleReport, ShowsWhatTheContractDoesNotDeclareOfAPassedScenario) {
  ScenarioResult scenario = passed("a/b", 1ms);
  scenario.contract = {{"GET /api/v2/oauth/clients sends undeclared query parameter pageSize", {4, 7}}};

  const std::string text = console_scenario(scenario, {});

  EXPECT_THAT(text,
              HasSubstr("\n  contract: GET /api/v2/oauth/clients sends undeclared query parameter pageSize, #4 #7\n"));
}

TEST(ConsoleReport, DoesNotObeyEscapeSequencesOfTheClient) {
  ScenarioResult scenario = hammering_client();
  scenario.client_stderr = "\x1b[2J\x1b[HPASS everything\n";
  scenario.steps[1].detail = "\x1b[31mred";

  EXPECT_THAT(console_scenario(scenario, {}), Not(HasSubstr("\x1b")));
}

TEST(ConsoleReport, ShowsTheEndOfALongStandardError) {
  ScenarioResult scenario = hammering_client();
  scenario.client_stderr.clear();
  for (int i = 1; i <= 30; ++i) scenario.client_stderr += "line " + std::to_string(i) + '\n';

  const std::string text = console_scenario(scenario, {});

  EXPECT_THAT(text, HasSubstr("last 20 of 30 lines"));
  EXPECT_THAT(text, HasSubstr("│ line 30\n"));
  EXPECT_THAT(text, Not(HasSubstr("│ line 10\n")));
}

TEST(ConsoleReport, LeavesOutTheMiddleOfALongJournalAndSaysSo) {
  ScenarioResult scenario = hammering_client();
  scenario.journal.clear();
  for (std::uint64_t seq = 1; seq <= 100; ++seq) scenario.journal.push_back(refresh(seq, "secondary", 403));

  const std::string text = console_scenario(scenario, {});

  EXPECT_THAT(text, HasSubstr("journal  100 exchanges"));
  EXPECT_THAT(text, HasSubstr("… 60 exchanges left out"));
  EXPECT_THAT(text, HasSubstr(" #30  "));
  EXPECT_THAT(text, Not(HasSubstr(" #31  ")));
  EXPECT_THAT(text, HasSubstr(" #91  "));
}

TEST(ConsoleReport, WordsARuleWhereItSpeaksFirst) {
  ScenarioResult scenario = hammering_client();
  scenario.journal = {refresh(1, "primary", 403), refresh(2, "primary", 403)};
  for (Exchange& each : scenario.journal)
    each.rule = RuleSpoke{0, Stage::instead_of_ruling, "respond: 503", "x.json:12"};

  const std::string text = console_scenario(scenario, {});

  const std::size_t first = text.find("rule 1 (x.json:12), instead_of_ruling: respond: 503");
  EXPECT_NE(first, std::string::npos) << text;
  EXPECT_EQ(text.find("rule 1 (x.json:12)", first + 1), std::string::npos);
  EXPECT_NE(text.find("· rule 1\n", first), std::string::npos) << "the second time by its number";
}

TEST(ConsoleReport, CutsALongListOfExchanges) {
  ScenarioResult scenario = hammering_client();
  scenario.invariants = {hammering()};
  scenario.invariants[0].findings[0].exchanges.clear();
  for (std::uint64_t seq = 1; seq <= 84; ++seq) scenario.invariants[0].findings[0].exchanges.push_back(seq);

  const std::string text = console_scenario(scenario, {.width = 200});

  EXPECT_THAT(text, HasSubstr(": #1 #2 #3 #4 #5 #6 #7 #8 #9 #10 #11 #12 and 72 more\n"));
}

TEST(ConsoleSummary, RepeatsWhatFailedWhereItHasScrolledAway) {
  EXPECT_THAT(console_summary(mixed_run(), {}), HasSubstr("what did not pass:"));
  EXPECT_THAT(console_summary(run_of({hammering_client()}), {}), Not(HasSubstr("what did not pass:")));
}

TEST(ConsoleSummary, NamesTheContractWhereItIsWhatFailed) {
  ScenarioResult scenario = passed("a/b", 1ms);
  scenario.status = ScenarioStatus::failed;
  scenario.contract = {{"DELETE /api/v2/tokens/me sends a body where none is declared", {2}}};
  scenario.contract_severity = Severity::error;
  const auto run = run_of({scenario, scenario, scenario, scenario, scenario, scenario});

  EXPECT_THAT(console_summary(run, {}),
              HasSubstr("contract: DELETE /api/v2/tokens/me sends a body where none is declared"));
}

TEST(ConsoleSummary, CountsTheScenariosThatViolateAnInvariant) {
  const auto run = run_of({hammering_client(), hammering_client(), passed("a/b", 1ms), passed("a/c", 1ms),
                           passed("a/d", 1ms), passed("a/e", 1ms)});

  EXPECT_THAT(console_summary(run, {}),
              HasSubstr("\nI-19 was violated in 2 scenarios: the client stops on a permanent refusal\n"));
}

TEST(ConsoleSummary, SaysWhatTheAnswersRestOn) {
  EXPECT_THAT(console_summary(run_of({passed("a/b", 1ms)}), {}),
              HasSubstr("\nevidence of 3 answers: 67 % vendor_doc, 33 % assumed\n"));
  EXPECT_THAT(console_summary(run_of({vacuous()}), {}), Not(HasSubstr("evidence of")));
}

TEST(ConsoleReport, NamesWhatAFailureLeansOn) {
  const auto run = run_of({lost_answer(), passed("a/b", 1ms)});

  EXPECT_THAT(console_scenario(run.scenarios[0], {}),
              HasSubstr("\n  leans on 1 assumed claim: setting.refresh.rotation\n"));
  EXPECT_THAT(console_scenario(run.scenarios[1], {}), Not(HasSubstr("leans on"))) << "what passed stays one line";
}

TEST(ConsoleSummary, EndsInTheCount) {
  EXPECT_THAT(console_summary(run_of({passed("a/b", 1ms)}), {}),
              EndsWith("\n1 passed, 0 failed, 0 skipped (client my-app, seed 1, 2.5 s)\n"));
  EXPECT_THAT(console_summary(mixed_run(), {}),
              EndsWith("\n1 passed, 2 failed, 1 skipped, 1 flaky, 1 vacuous, 1 broken, 1 invalid, 1 not_run (client "
                       "my-app, seed 1, 2.5 s)\n"));
}

TEST(ConsoleSummary, NamesInvariantsThatHadNothingToLookAtAnywhere) {
  EXPECT_THAT(console_summary(mixed_run(), {}),
              HasSubstr("nothing in this run concerned I-20: it was not put to the test"));
  EXPECT_THAT(console_summary(run_of({hammering_client()}), {}), Not(HasSubstr("I-7")));
}

}  // namespace
}  // namespace gcmock
