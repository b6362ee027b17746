// Tests of how a diagnostic looks, and that it shows no credential.
#include "gcmock/harness/diagnostic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/json_document.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;

std::shared_ptr<const SourceText> source(const std::string& text) {
  return std::make_shared<const SourceText>("worlds/x.json", text);
}

std::string told(const std::string& text, const std::string& underlined) {
  Mistakes mistakes;
  const std::size_t begin = text.find(underlined);
  mistakes.add({"GC203", {source(text), {begin, begin + underlined.size()}}, "what", "fix"});
  return to_string(mistakes.sorted().at(0));
}

TEST(Diagnostic, ShowsPlaceFrameAndFix) {
  const std::string text = "{\n  \"endpont\": \"token\"\n}\n";

  EXPECT_EQ(told(text, "\"endpont\""),
            "worlds/x.json:2:3: error[GC203]: what\n"
            "  2 |   \"endpont\": \"token\"\n"
            "    |   ^^^^^^^^^\n"
            "  help: fix\n");
}

TEST(Diagnostic, NamesTheSecondPlace) {
  Diagnostic diagnostic;
  diagnostic.code = "GC110";
  diagnostic.place = {"x.json", 3, 1};
  diagnostic.line_text = "\"a\"";
  diagnostic.length = 3;
  diagnostic.what = "twice";
  diagnostic.also = SourcePlace{"x.json", 1, 2};
  diagnostic.also_what = "first";

  EXPECT_EQ(to_string(diagnostic),
            "x.json:3:1: error[GC110]: twice\n  3 | \"a\"\n    | ^^^\n  note: first: x.json:1:2\n");
}

TEST(Diagnostic, AboutAWholeFileHasNoFrame) {
  Mistakes mistakes;

  mistakes.add("x.json", "GC101", "there is no such file", "check the path");

  EXPECT_EQ(to_string(mistakes.sorted()[0]), "x.json: error[GC101]: there is no such file\n  help: check the path\n");
}

TEST(Diagnostic, HidesCredentialsAndUnderlinesWhatWasMeant) {
  const std::string text = R"({ "secret": "s3cr3t-and-rather-long", "stat": "active" })";

  EXPECT_EQ(told(text, "\"stat\""),
            "worlds/x.json:1:39: error[GC203]: what\n"
            "  1 | { \"secret\": \"‹hidden›\", \"stat\": \"active\" }\n"
            "    |                         ^^^^^^\n"
            "  help: fix\n");
}

TEST(Diagnostic, HidesACredentialThatIsItselfTheMistake) {
  const std::string text = R"({ "refresh_token": "the-token" })";

  EXPECT_THAT(told(text, "\"the-token\""),
              HasSubstr("{ \"refresh_token\": \"‹hidden›\" }\n    |                    ^^^^^^^^^^\n"));
}

TEST(Diagnostic, HidesCredentialsWhereverTheyStand) {
  for (const std::string line :
       {R"({"client_secret": "hush"})", R"({"secret": ["a", "hush"]})", R"({"environment": {"A": "hush"}})",
        R"({"fields": {"code": "hush"}})", R"({"value":"hush)", R"({"headers": {"Authorization": "hush"}})",
        R"({"secert": "hush"})", R"({ secret: "hush" })", R"({'secret': 'hush'})", R"({"secre\u0074": "hush"})",
        R"({"secret" /* : */ : "hush"})", R"({"acess_token": "hush"})", R"({"secret": /* x */ "hush"})",
        R"({"Secret"  :  "hush"})"}) {
    EXPECT_THAT(told(line, "{"), Not(HasSubstr("hush"))) << line;
  }
}

TEST(Diagnostic, ShowsWordsAboutTokensThatAreNone) {
  const std::string text = R"({ "ledger": { "acme": { "refresh_token": "unspnt" } } })";

  EXPECT_THAT(told(text, "\"unspnt\""), HasSubstr("\"unspnt\""));
}

TEST(Diagnostic, ShowsALongLineAroundTheMistake) {
  const std::string text = "[\"" + std::string(400, 'a') + "\", \"here\", \"" + std::string(400, 'b') + "\"]";

  const std::string shown = told(text, "\"here\"");

  EXPECT_THAT(shown, HasSubstr("\"here\""));
  const std::size_t line = shown.find("| ");
  const std::size_t frame_line = shown.find("| ", shown.find('\n', line));
  const std::string above = shown.substr(line, frame_line - line);
  const std::string below = shown.substr(frame_line);
  const int column_of_word = count_characters(above.substr(0, above.find("\"here\"")));
  EXPECT_EQ(count_characters(below.substr(0, below.find('^'))), column_of_word);
  EXPECT_LT(above.size(), 180U);
}

TEST(Diagnostic, KeepsColumnsWhereALineHasTabs) {
  EXPECT_THAT(told("\t{\t\"a\": 1 }", "\"a\""), HasSubstr("1 |  { \"a\": 1 }\n    |    ^^^\n"));
}

TEST(Mistakes, AreSortedByFileLineAndColumn) {
  Mistakes mistakes;
  const auto b = std::make_shared<const SourceText>("b.json", "1\n2\n3");
  const auto a = std::make_shared<const SourceText>("a.json", "1\n2\n3");
  mistakes.add({"GC3", {b, {2, 3}}, "", ""});
  mistakes.add({"GC2", {b, {0, 1}}, "", ""});
  mistakes.add({"GC1", {a, {4, 5}}, "", ""});

  const std::vector<Diagnostic> sorted = mistakes.sorted();

  EXPECT_EQ(sorted[0].code + sorted[1].code + sorted[2].code, "GC1GC2GC3");
}

}  // namespace
}  // namespace gcmock
