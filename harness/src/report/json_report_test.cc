// The report for programs: complete, stable, and JSON whatever a client wrote.
#include "report/json_report.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "report/approved_text.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using nlohmann::json;
using testing::EndsWith;

TEST(ApprovedJsonReport, HoldsAllOfARun) {
  const std::string text = json_report(run_of({hammering_client(), lost_answer(), invalid()}));

  expect_approved(text, "json_run.approved.json");
}

TEST(JsonReport, SaysItsVersionTheCountsAndTheExitCode) {
  const json report = json::parse(json_report(mixed_run()));

  EXPECT_EQ(report.at("schema_version"), 1);
  EXPECT_EQ(report.at("exit_code"), exit_code(mixed_run()));
  EXPECT_EQ(report.at("counts"), json({{"passed", 1},
                                       {"failed", 2},
                                       {"flaky", 1},
                                       {"vacuous", 1},
                                       {"skipped", 1},
                                       {"broken", 1},
                                       {"invalid", 1},
                                       {"not_run", 1}}));
}

TEST(JsonReport, HoldsTheWholeJournalWhereTheConsoleShortensIt) {
  ScenarioResult scenario = hammering_client();
  scenario.journal.clear();
  for (std::uint64_t seq = 1; seq <= 100; ++seq) scenario.journal.push_back(refresh(seq, "secondary", 403));

  const json report = json::parse(json_report(run_of({scenario})));

  EXPECT_EQ(report.at("scenarios").at(0).at("journal").size(), 100U);
}

TEST(JsonReport, KeepsARepeatedParameterTwice) {
  ScenarioResult scenario = hammering_client();
  scenario.journal = {refresh(1, "primary", 403)};
  scenario.journal[0].request_fields = {{"scope", "a"}, {"scope", "b"}};

  const json report = json::parse(json_report(run_of({scenario})));

  EXPECT_EQ(report.at("scenarios").at(0).at("journal").at(0).at("request").at("fields"),
            json::parse(R"([{"name": "scope", "value": "a"}, {"name": "scope", "value": "b"}])"));
}

TEST(JsonReport, DatesExchangesInDomainTime) {
  ScenarioResult scenario = hammering_client();
  scenario.journal = {api_call(1, "primary", 200)};
  scenario.journal[0].at = std::chrono::sys_days{std::chrono::year{2026} / 1 / 2} + 1h + 2ms;

  const json report = json::parse(json_report(run_of({scenario})));

  EXPECT_EQ(report.at("scenarios").at(0).at("journal").at(0).at("at"), "2026-01-02T01:00:00.002Z");
}

TEST(JsonReport, StaysJsonWhateverTheClientWrote) {
  ScenarioResult scenario = hammering_client();
  scenario.client_stderr = std::string("\xff\x1b\"") + '\0';

  const json report = json::parse(json_report(run_of({scenario})));

  EXPECT_EQ(report.at("scenarios").at(0).at("client_stderr"), std::string("\uFFFD\x1b\"") + '\0');
}

TEST(JsonReport, EndsInANewline) {
  EXPECT_THAT(json_report(run_of({})), EndsWith("}\n"));
}

}  // namespace
}  // namespace gcmock
