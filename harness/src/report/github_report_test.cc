// What GitHub Actions is told: commands that hold together, and a summary that it takes.
#include "report/github_report.h"

#include <gmock/gmock.h>

#include "report/approved_text.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Le;
using testing::Not;
using testing::StartsWith;

std::string unchanged(const std::string& path) {
  return path;
}

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::vector<ScenarioResult> failing(std::size_t number) {
  std::vector<ScenarioResult> scenarios;
  for (std::size_t i = 0; i < number; ++i) {
    scenarios.push_back(hammering_client());
    scenarios.back().id += std::to_string(i);
  }
  return scenarios;
}

TEST(ApprovedGithubReport, HoldsAnnotationsAndSummaryOfOneOfEachStatus) {
  expect_approved(github_annotations(mixed_run(), unchanged), "github_annotations.approved.txt");
  expect_approved(github_summary(mixed_run()), "github_summary.approved.md");
}

TEST(GithubAnnotations, PointAtTheLineThatMatters) {
  const std::string commands = github_annotations(run_of({hammering_client()}), unchanged);

  EXPECT_THAT(commands, StartsWith("::error file=scenarios/multi_org/unregistered_secondary_client.json,line=11,col=5,"
                                   "title=multi_org/unregistered_secondary_client failed::step 2, call secondary"));
  EXPECT_EQ(lines_in(commands), 1U);
}

TEST(GithubAnnotations, EscapeAsTheToolkitDoes) {
  ScenarioResult scenario = broken();
  scenario.id = "a:b,c%d";
  scenario.note = "100 %\n::error::forged: a, b";
  scenario.rerun.clear();

  EXPECT_EQ(github_annotations(run_of({scenario}), [](const std::string&) { return "x,y:z.json"; }),
            "::error file=x%2Cy%3Az.json,title=a%3Ab%2Cc%25d broken::100 %25%0A::error::forged: a, b\n");
}

TEST(GithubAnnotations, NameFilesAsTheRepositoryDoes) {
  EXPECT_THAT(github_annotations(run_of({invalid()}), [](const std::string& path) { return "sub/" + path; }),
              StartsWith("::error file=sub/scenarios/multi_org/misspelt.json,line=9,col=17,"));
}

TEST(GithubAnnotations, CountWhatGithubWouldNotShow) {
  const std::string ten = github_annotations(run_of(failing(10)), unchanged);
  const std::string eleven = github_annotations(run_of(failing(11)), unchanged);

  EXPECT_EQ(lines_in(ten), 10U);
  EXPECT_THAT(ten, Not(HasSubstr("more scenario")));
  EXPECT_EQ(lines_in(eleven), 10U);
  EXPECT_THAT(eleven, HasSubstr("\n::error title=gcmock::2 more scenarios did not pass"));
}

TEST(GithubAnnotations, AreNoneWhereAllPassed) {
  EXPECT_THAT(github_annotations(run_of({passed("a/b", 1ms), skipped()}), unchanged), IsEmpty());
}

TEST(GithubSummary, StaysWithinItsLimitAndCountsWhatHasNoRoom) {
  const std::string text = github_summary(run_of(failing(50)), 20'000);

  EXPECT_THAT(text.size(), Le(20'000U));
  EXPECT_THAT(text, AllOf(HasSubstr("50 of 50 scenarios did not pass"),
                          HasSubstr(" more scenarios did not pass and had no room here")));
}

TEST(GithubSummary, TakesNothingThatAClientWroteForMarkup) {
  ScenarioResult scenario = hammering_client();
  scenario.steps[1].detail = "</pre></details>\n\n# forged | [x](http://example.com)";
  scenario.steps[1].got.reset();
  scenario.client_stderr = "</pre>\n\n</details>\n# forged";

  const std::string text = github_summary(run_of({scenario}));

  EXPECT_THAT(text, Not(HasSubstr("\n# forged")));
  EXPECT_THAT(text.substr(0, text.find("<pre>")), Not(HasSubstr("[x](http"))) << "in Markdown, not in the text below";
  EXPECT_EQ(text.find("</details>"), text.rfind("</details>"));
  EXPECT_EQ(text.find("</pre>"), text.rfind("</pre>"));
}

}  // namespace
}  // namespace gcmock
