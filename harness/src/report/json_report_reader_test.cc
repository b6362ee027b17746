// Reports that are read again: nothing is lost, and what is wrong is told by its place.
#include "report/json_report_reader.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "gcmock/error.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// A run in which no member has its default.
RunResult rich_run() {
  RunResult run = mixed_run();
  run.seed = 18446744073709551615U;
  run.took = 1234567ns;
  run.ended_by_signal = 15;
  StepResult& step = run.scenarios[1].steps[0];
  step.org = OrgName("primary");
  step.verb = Verb::authorize;
  step.calls = 3;
  step.started = 5us;
  step.ended = 70ms;
  step.first_exchange = 1;
  step.last_exchange = 2;
  Exchange& exchange = run.scenarios[1].journal[0];
  exchange.at = std::chrono::sys_days{std::chrono::year{2026} / 2 / 28} + 23h + 59min + 58s + 7ms;
  exchange.query = "a=b";
  exchange.host = Host::login;
  exchange.subject.user = UserName("ann");
  exchange.subject.registered_in = OrgName("secondary");
  exchange.subject.home = OrgName("home");
  exchange.request_headers = {{"A", "b"}, {"A", "c"}};
  exchange.request_body = "{\"name\":\"new\"}";
  exchange.requested_scope = {Scope("oauth")};
  exchange.contract_findings = {"sends too much"};
  exchange.retry_after = 30s;
  exchange.answer_headers = {{"C", "d"}};
  exchange.changes = {{"/orgs/primary", "org primary was closed"}};
  exchange.author = Author::world;
  exchange.rule = RuleSpoke{2, Stage::instead_of_ruling, "refuse", "x.json:1"};
  run.scenarios[1].contract_severity = Severity::error;
  run.scenarios[1].invariants[1].waiver = "until then";
  run.scenarios[1].client_stdout = "out\n\x1b\xff";
  run.scenarios[7].diagnostics[0].also = SourcePlace{"other.json", 1, 2};
  run.scenarios[7].diagnostics[0].frame_column = 4;
  return run;
}

std::string complaint_about(const json& report) {
  try {
    read_json_report(report.dump(), "shard.json");
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

json good_report() {
  return json::parse(json_report(run_of({hammering_client()})));
}

TEST(JsonReportReader, LosesNothing) {
  const std::string written = json_report(rich_run());

  const RunResult read = read_json_report(written, "r.json");

  EXPECT_EQ(json_report(read), written);
}

TEST(JsonReportReader, GivesWhatOtherReportsAreMadeOf) {
  RunResult run = rich_run();
  run.scenarios[1].client_stdout = "out\n";  // what is no UTF-8 has become U+FFFD in JSON

  const RunResult read = read_json_report(json_report(run), "r.json");

  EXPECT_EQ(html_report(read), html_report(run));
  EXPECT_EQ(junit_report(read), junit_report(run));
}

TEST(JsonReportReader, NamesTheMemberThatIsWrong) {
  json misspelt = good_report();
  misspelt["scenarios"][0]["status"] = "sunny";
  json mistyped = good_report();
  mistyped["scenarios"][0]["journal"][2]["arrived_ms"] = "soon";
  json lacking = good_report();
  lacking["scenarios"][0]["steps"][1].erase("place");

  EXPECT_THAT(complaint_about(misspelt), StartsWith("shard.json: /scenarios/0/status: \"sunny\" is no word"));
  EXPECT_THAT(complaint_about(mistyped),
              StartsWith("shard.json: /scenarios/0/journal/2/arrived_ms: a number of milli"));
  EXPECT_THAT(complaint_about(lacking),
              StartsWith("shard.json: /scenarios/0/steps/1: the member \"place\" is missing"));
}

TEST(JsonReportReader, RefusesAnotherVersionAndWhatIsNoJson) {
  json newer = good_report();
  newer["schema_version"] = 2;

  EXPECT_THAT(complaint_about(newer), AllOf(HasSubstr("/schema_version"), HasSubstr("reads version 1")));
  EXPECT_THROW(read_json_report("{\"schema_version\": 1, \"cli", "cut.json"), Error);
}

TEST(JsonReportReader, ForgivesMembersThatItDoesNotKnow) {
  json newer = good_report();
  newer["scenarios"][0]["mood"] = "sunny";

  EXPECT_EQ(complaint_about(newer), "none");
}

TEST(JsonReportReader, RefusesNumbersThatCountFromOneAndDoNot) {
  json report = good_report();
  report["scenarios"][0]["repeats"]["shown"] = 0;

  EXPECT_THAT(complaint_about(report), HasSubstr("/scenarios/0/repeats/shown"));
}

}  // namespace
}  // namespace gcmock
