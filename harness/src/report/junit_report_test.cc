// JUnit's XML as CI systems read it: well-formed whatever a client wrote, nothing dropped, nothing passed that did not.
#include "report/junit_report.h"

#include <gmock/gmock.h>

#include <pugixml.hpp>

#include "report/approved_text.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using testing::HasSubstr;

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  const pugi::xml_parse_result read = document.load_buffer(xml.data(), xml.size());
  EXPECT_TRUE(read) << read.description() << " at " << read.offset << " of\n" << xml;
  return document;
}

pugi::xml_node case_named(const pugi::xml_document& document, const char* name) {
  return document.select_node((std::string("//testcase[@name='") + name + "']").c_str()).node();
}

TEST(ApprovedJunitReport, ShowsOneOfEachStatus) {
  const std::string xml = junit_report(mixed_run());

  expect_approved(xml, "junit_mixed_run.approved.xml");
}

TEST(JunitReport, TakesTheSuiteFromTheFolder) {
  const auto document =
      parsed(junit_report(run_of({passed("faults/slow/first_answer", 1ms), passed("top_level", 1ms)})));

  EXPECT_STREQ(case_named(document, "first_answer").attribute("classname").value(), "faults.slow");
  EXPECT_STREQ(case_named(document, "top_level").attribute("classname").value(), "scenarios");
}

TEST(JunitReport, StatesTimesInSeconds) {
  const auto document = parsed(junit_report(run_of({passed("a/b", 312ms)})));

  EXPECT_STREQ(case_named(document, "b").attribute("time").value(), "0.312");
}

TEST(JunitReport, CountsWhatTheElementsSay) {
  const auto document = parsed(junit_report(mixed_run()));

  const pugi::xml_node root = document.child("testsuites");
  EXPECT_EQ(root.attribute("tests").as_uint(), document.select_nodes("//testcase").size());
  EXPECT_EQ(root.attribute("failures").as_uint(), document.select_nodes("//failure").size());
  EXPECT_EQ(root.attribute("errors").as_uint(), document.select_nodes("//error").size());
  unsigned skipped_by_suites = 0;
  for (const pugi::xml_node suite : root.children("testsuite"))
    skipped_by_suites += suite.attribute("skipped").as_uint();
  EXPECT_EQ(skipped_by_suites, document.select_nodes("//skipped").size());
  EXPECT_EQ(root.attribute("failures").as_uint(), 3U) << "two failed, one flaky";
  EXPECT_EQ(root.attribute("errors").as_uint(), 4U) << "vacuous, broken, invalid and not run are no passes";
}

TEST(JunitReport, SaysTheReasonInOneLine) {
  const auto document = parsed(junit_report(run_of({hammering_client()})));

  const std::string message =
      case_named(document, "unregistered_secondary_client").child("failure").attribute("message").value();
  EXPECT_THAT(message, HasSubstr("step 2, call secondary: expected needs_admin, got failed"));
  EXPECT_THAT(message, HasSubstr("I-19"));
}

TEST(JunitReport, ShowsFindingsOfTheContractOfWhatPassed) {
  ScenarioResult scenario = passed("a/b", 1ms);
  scenario.contract = {{"GET /api/v2/oauth/clients sends undeclared query parameter pageSize", {4}}};

  const auto document = parsed(junit_report(run_of({scenario})));

  EXPECT_THAT(case_named(document, "b").child("system-out").text().get(),
              HasSubstr("contract: GET /api/v2/oauth/clients sends undeclared query parameter pageSize, #4"));
}

TEST(JunitReport, StaysWellFormedWhateverTheClientWrote) {
  ScenarioResult scenario = hammering_client();
  scenario.client_stderr = std::string("]]> & <b> \" \x1b[31m \xff \xef\xbf\xbf ") + std::string(1, '\0') + "end";
  scenario.client_stdout = "</system-out><testcase name=\"forged\"/>";

  const auto document = parsed(junit_report(run_of({scenario})));

  EXPECT_EQ(document.select_nodes("//testcase").size(), 1U);
  EXPECT_STREQ(document.select_node("//system-err").node().text().get(),
               "]]> & <b> \" \\x1b[31m \uFFFD \uFFFD \\x00end");
}

TEST(JunitReport, TellsTwoScenariosOfOneNameApart) {
  ScenarioResult other = passed("a/b", 1ms);
  other.file = "more/scenarios/a/b.json";

  const auto document = parsed(junit_report(run_of({passed("a/b", 1ms), other})));

  EXPECT_TRUE(case_named(document, "b"));
  EXPECT_TRUE(case_named(document, "b (more/scenarios/a/b.json)"));
}

TEST(JunitReport, HasNoEmptySuites) {
  const auto document = parsed(junit_report(run_of({})));

  EXPECT_EQ(document.select_nodes("//testsuite").size(), 0U);
}

}  // namespace
}  // namespace gcmock
