// The report for browsers: everything of a run, nothing that a client wrote taken for markup.
#include "report/html_report.h"

#include <gmock/gmock.h>
#include <openssl/evp.h>

#include <array>
#include <pugixml.hpp>
#include <regex>

#include "report/approved_text.h"
#include "report/html_assets.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

/// Without style and script, which have files of their own.
std::string without_assets(std::string page) {
  for (const std::string_view asset : {html_style(), html_script(), html_script_hash()}) {
    page.replace(page.find(asset), asset.size(), "…");
  }
  return page;
}

std::size_t count_of(const std::string& what, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

/// Every text that a client, a world or a file can have a say in.
ScenarioResult all_made_of(const std::string& text) {
  ScenarioResult scenario = hammering_client();
  scenario.id = scenario.file = scenario.title = scenario.client = scenario.note = scenario.rerun = text;
  scenario.client_stdout = scenario.client_stderr = text;
  for (StepResult& step : scenario.steps) step.what = step.detail = step.place.file = text;
  for (CheckResult& check : scenario.checks) check.what = check.found = check.place.file = text;
  for (InvariantResult& invariant : scenario.invariants) {
    invariant.id = invariant.title = invariant.clause = invariant.waiver = invariant.place.file = text;
    for (auto& finding : invariant.findings) finding.what = text;
  }
  for (Explanation& explanation : scenario.explanations) {
    explanation.request = explanation.decided_at = explanation.remedy = explanation.genesys_shows = text;
    for (auto& line : explanation.trail) line.claim = line.compared = text;
  }
  scenario.contract = {{text, {1}}};
  scenario.diagnostics = {{text, {text, 1, 1}, text, 1, text, text, std::nullopt, text}};
  for (Exchange& exchange : scenario.journal) {
    exchange.method = exchange.path = exchange.query = exchange.error_code = exchange.request_body =
        exchange.answer_body = text;
    exchange.request_headers = exchange.request_fields = exchange.answer_headers = {{text, text}};
    exchange.subject.org = OrgName(text);
    exchange.subject.client = ClientId(text);
    exchange.subject.user = UserName(text);
    exchange.contract_findings = {text};
    exchange.changes = {{text, text}};
    exchange.rule = RuleSpoke{0, Stage::after_settling, text, text};
    for (Sighting& sighting : exchange.sightings) sighting.name = sighting.credential.label = text;
    for (TrailStep& step : exchange.trail) step.expected = step.found = text;
  }
  return scenario;
}

TEST(ApprovedHtmlReport, ShowsOneOfEachStatus) {
  expect_approved(without_assets(html_report(mixed_run())), "html_mixed_run.approved.html");
}

TEST(HtmlReport, IsOneDocumentThatLoadsNothing) {
  const std::string page = html_report(mixed_run());

  EXPECT_THAT(page, AllOf(StartsWith("<!DOCTYPE html>\n<html lang=\"en\">"), EndsWith("</html>\n")));
  EXPECT_FALSE(std::regex_search(page, std::regex(R"((src|href)="(?!#))"))) << "a reference that leaves the page";
  EXPECT_THAT(page, Not(HasSubstr("url(")));
}

TEST(HtmlReport, TakesNothingThatAClientWroteForMarkup) {
  const std::string hostile = "</pre></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x' &lt;";
  RunResult run = run_of({all_made_of(hostile)});
  run.client = hostile;

  const std::string page = html_report(run);

  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("\" onload")));
  EXPECT_EQ(count_of("<script", page), 1U);
  EXPECT_GT(count_of("&lt;script&gt;alert(1)&lt;/script&gt;", page), 40U) << "shown as what it is, wherever it stands";
}

TEST(HtmlReport, HasTheElementsOfAPlainClientWhateverTheTextIs) {
  const auto elements_of = [](const std::string& text) {
    pugi::xml_document document;
    // HTML that is well-formed XML, but for the doctype, the style and the script.
    const std::string page = without_assets(html_report(run_of({all_made_of(text)})));
    const auto parsed = document.load_string(page.c_str() + std::string("<!DOCTYPE html>").size(),
                                             pugi::parse_default | pugi::parse_ws_pcdata);
    EXPECT_TRUE(parsed) << parsed.description() << " at " << page.substr(static_cast<std::size_t>(parsed.offset), 80);
    return document.select_nodes("//*").size();
  };

  EXPECT_EQ(elements_of("</p></svg><script>alert(1)</script>\x1b[2J\xff\" '"), elements_of("plain"));
}

TEST(HtmlReport, LetsNoScriptRunButItsOwn) {
  std::array<unsigned char, 32> digest{};
  ASSERT_EQ(EVP_Digest(html_script().data(), html_script().size(), digest.data(), nullptr, EVP_sha256(), nullptr), 1);
  std::string base64(44, '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), digest.data(), digest.size());

  EXPECT_EQ(html_script_hash(), "sha256-" + base64);
  EXPECT_THAT(html_report(mixed_run()), AllOf(HasSubstr("default-src 'none'"), HasSubstr("script-src '"
                                                                                         "sha256-" +
                                                                                         base64 + "'")));
}

TEST(HtmlReport, DrawsALaneForTheClientAndForEachOrg) {
  const std::string page = html_report(run_of({hammering_client()}));

  EXPECT_EQ(count_of("class=\"lane-head\"", page), 3U);
  EXPECT_THAT(page, AllOf(HasSubstr("class=\"lane-name\">client<"), HasSubstr("class=\"lane-name\">primary<"),
                          HasSubstr("class=\"lane-name\">secondary<")));
}

TEST(HtmlReport, ShowsTheTrailBehindARefusalAndTheRuleThatSpoke) {
  const std::string page = html_report(run_of({hammering_client(), lost_answer()}));

  EXPECT_THAT(page, AllOf(HasSubstr("client prod_app_client_xyz is registered in org secondary"),
                          HasSubstr("expected a registration, found none"),
                          HasSubstr("rule 1, after_settling: cut before headers"),
                          HasSubstr("scenarios/rotation/lost_answer.json:12"), HasSubstr("giving up")));
}

TEST(HtmlReport, TellsScenariosOfOneIdApart) {
  const std::string page = html_report(run_of({passed("a/b", 1ms), passed("a/b", 1ms)}));

  EXPECT_THAT(page, AllOf(HasSubstr("id=\"a/b\""), HasSubstr("id=\"a/b--2\"")));
}

TEST(HtmlReport, NamesAnEmptyRun) {
  EXPECT_THAT(html_report(run_of({})), HasSubstr("No scenario was run"));
}

TEST(HtmlReport, StaysReadableWhereAJournalIsLong) {
  ScenarioResult scenario = hammering_client();
  scenario.journal.clear();
  for (std::uint64_t seq = 1; seq <= 700; ++seq) scenario.journal.push_back(refresh(seq, "secondary", 403));

  const std::string page = html_report(run_of({scenario}));

  EXPECT_EQ(count_of("class=\"request plain\"", page), 120U);
  EXPECT_THAT(page, AllOf(HasSubstr("580 exchanges of the middle left out here"),
                          HasSubstr("200 exchanges behind these are left out; the JSON report has all.")));
}

}  // namespace
}  // namespace gcmock
