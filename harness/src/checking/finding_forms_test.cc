#include "checking/finding_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

using nlohmann::json;

FileFinding mistake() {
  FileFinding finding;
  finding.diagnostic.code = "GC203";
  finding.diagnostic.place = {"scenarios/a b,c:1%.json", 8, 17};
  finding.diagnostic.length = 9;
  finding.diagnostic.what = "unknown key \"endpont\", 100%";
  finding.diagnostic.fix = "did you mean \"endpoint\"?";
  finding.repair = TextEdit{1, 2, "x"};
  return finding;
}

FileFinding doubt() {
  FileFinding finding;
  finding.weight = FileFinding::Weight::doubt;
  finding.diagnostic.code = "GC610";
  finding.diagnostic.place.file = "/worlds/w.json";
  finding.diagnostic.what = "no checked scenario uses this world";
  finding.diagnostic.also = SourcePlace{"other.json", 3, 4};
  finding.diagnostic.also_what = "first";
  return finding;
}

TEST(FindingForms, JsonHasPlacesAndCounts) {
  const json report = json::parse(findings_as_json({mistake(), doubt()}, 7));

  EXPECT_EQ(report["files"], 7);
  EXPECT_EQ(report["mistakes"], 1);
  EXPECT_EQ(report["warnings"], 1);
  EXPECT_EQ(report["findings"][0]["line"], 8);
  EXPECT_EQ(report["findings"][0]["column"], 17);
  EXPECT_EQ(report["findings"][0]["can_be_fixed"], true);
  EXPECT_EQ(report["findings"][1]["severity"], "warning");
  EXPECT_EQ(report["findings"][1]["also"]["line"], 3);
}

/// The members that SARIF 2.1.0 requires, and what it says of their values.
TEST(FindingForms, SarifIsAsTheStandardWantsIt) {
  const json log = json::parse(findings_as_sarif({mistake(), doubt(), mistake()}, "1.2.3"));

  EXPECT_EQ(log.at("version"), "2.1.0");
  ASSERT_EQ(log.at("runs").size(), 1U);
  const json& run = log["runs"][0];
  EXPECT_EQ(run.at("columnKind"), "unicodeCodePoints");
  EXPECT_EQ(run.at("tool").at("driver").at("name"), "gcmock");
  EXPECT_EQ(run["tool"]["driver"]["version"], "1.2.3");
  const json& rules = run["tool"]["driver"].at("rules");
  ASSERT_EQ(rules.size(), 2U) << "a rule stands once";
  ASSERT_EQ(run.at("results").size(), 3U);
  for (const json& result : run["results"]) {
    EXPECT_EQ(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id"), result.at("ruleId"));
    EXPECT_FALSE(result.at("message").at("text").get<std::string>().empty());
  }
  const json& place = run["results"][0]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "scenarios/a%20b%2Cc%3A1%25.json");
  EXPECT_EQ(place["region"], (json{{"startLine", 8}, {"startColumn", 17}, {"endColumn", 26}}));
  EXPECT_EQ(run["results"][0]["level"], "error");
  EXPECT_EQ(run["results"][1]["level"], "warning");
  const json& whole_file = run["results"][1]["locations"][0]["physicalLocation"];
  EXPECT_EQ(whole_file["artifactLocation"]["uri"], "file:///worlds/w.json");
  EXPECT_FALSE(whole_file.contains("region")) << "lines start at 1";
}

TEST(FindingForms, SarifOfNothingIsARunWithoutResults) {
  const json log = json::parse(findings_as_sarif({}, "1"));

  EXPECT_EQ(log["runs"][0]["results"], json::array());
  EXPECT_EQ(log["runs"][0]["tool"]["driver"]["rules"], json::array());
}

TEST(FindingForms, AnnotationsEscapeWhatWouldEndThem) {
  const std::string annotations = findings_as_annotations({mistake(), doubt()});

  EXPECT_EQ(annotations,
            "::error file=scenarios/a b%2Cc%3A1%25.json,line=8,col=17,endColumn=26,title=GC203::unknown key "
            "\"endpont\", 100%25%0Adid you mean \"endpoint\"?\n"
            "::warning file=/worlds/w.json,title=GC610::no checked scenario uses this world\n");
}

}  // namespace
}  // namespace gcmock
