// Reports for browsers, TAP harnesses, HAR viewers and GitHub, and reports joined: as a CI job meets them.
#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "program.h"

namespace gcmock::program {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class MoreReports : public testing::Test {
 protected:
  MoreReports() {
    std::string name = (fs::temp_directory_path() / "gcmock-more-reports-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~MoreReports() override {
    for (const char* name : {"GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"}) ::unsetenv(name);
    fs::remove_all(folder_);
  }

  [[nodiscard]] std::string at(const std::string& name) const { return (folder_ / name).string(); }

  [[nodiscard]] std::string content_of(const std::string& name) const {
    std::ifstream in(folder_ / name);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  /// The JSON report of a run, under this name.
  void report_of(const std::vector<std::string>& arguments, const std::string& name) const {
    std::vector<std::string> words{"run"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    words.insert(words.end(), {"--report", "json=" + at(name)});
    run(words);
  }

  fs::path folder_;
};

TEST_F(MoreReports, AreWrittenAsAskedFor) {
  const Ran ran = run({"run", data("fail.json"), "--report", "html=" + at("r.html"), "--report", "har=" + at("har"),
                       "--report", "tap=-"});

  EXPECT_EQ(ran.exit_code, 1) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("TAP version 14\n1..1\n"));
  EXPECT_THAT(content_of("r.html"), AllOf(StartsWith("<!DOCTYPE html>"), EndsWith("</html>\n")));
  EXPECT_THAT(content_of("har/fail.har"), HasSubstr("\"version\": \"1.2\""));
}

TEST_F(MoreReports, HoldNoCredentialOfTheMock) {
  const Ran ran = run({"run", data("pass.json"), data("refused.json"), "--report", "html=" + at("r.html"), "--report",
                       "har=" + at("har"), "--report", "tap=" + at("r.tap")});

  ASSERT_EQ(ran.exit_code, 0) << ran.out;
  for (const char* name : {"r.html", "har/pass.har", "har/refused.har", "r.tap"}) {
    EXPECT_THAT(content_of(name), Not(HasSubstr("gcmock-rt-"))) << name;
    EXPECT_THAT(content_of(name), Not(HasSubstr("gcmock-at-"))) << name;
    EXPECT_THAT(content_of(name), Not(HasSubstr("gcmock-cs-"))) << name;
  }
}

TEST_F(MoreReports, ArchivesAreNotForStandardOutput) {
  const Ran ran = run({"run", data("pass.json"), "--report", "har=-"});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, HasSubstr("har=- is no folder"));
}

TEST_F(MoreReports, ReachGithubAsAnnotationsAndSummary) {
  ::setenv("GITHUB_ACTIONS", "true", 1);
  ::setenv("GITHUB_STEP_SUMMARY", at("summary.md").c_str(), 1);
  ::setenv("GITHUB_WORKSPACE", GCMOCK_SOURCE_DIR, 1);

  const Ran ran = run({"run", data("fail.json"), data("pass.json")});

  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, StartsWith("::stop-commands::gcmock-"));
  const std::string token = ran.out.substr(17, ran.out.find('\n') - 17);
  const std::size_t resumed = ran.out.find("\n::" + token + "::\n");
  ASSERT_NE(resumed, std::string::npos) << ran.out;
  EXPECT_GT(ran.out.find("::error file=tests/cli/data/fail.json,line="), resumed);
  EXPECT_THAT(content_of("summary.md"), StartsWith("## gcmock: 1 of 2 scenarios did not pass\n"));
}

TEST_F(MoreReports, SayNothingToGithubElsewhere) {
  EXPECT_THAT(run({"run", data("fail.json")}).out, Not(HasSubstr("::")));
}

TEST_F(MoreReports, OfShardsAreJoined) {
  report_of({data("pass.json")}, "1.json");
  report_of({data("fail.json")}, "2.json");

  const Ran ran =
      run({"report", "merge", at("all.json"), at("1.json"), at("2.json"), "--report", "junit=" + at("all.xml")});

  EXPECT_EQ(ran.exit_code, 1) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("\n1 passed, 1 failed, 0 skipped"));
  EXPECT_THAT(content_of("all.json"), AllOf(HasSubstr("\"id\": \"pass\""), HasSubstr("\"id\": \"fail\"")));
  EXPECT_THAT(content_of("all.xml"), HasSubstr("tests=\"2\" failures=\"1\""));
}

TEST_F(MoreReports, ThatAreNoShardsOfOneRunAreRefused) {
  report_of({data("pass.json")}, "1.json");
  report_of({data("pass.json"), "--seed", "2"}, "2.json");

  const Ran ran = run({"report", "merge", "-", at("1.json"), at("2.json")});

  EXPECT_EQ(ran.exit_code, 2) << ran.out;
  EXPECT_THAT(ran.err, AllOf(HasSubstr("run all shards with one --seed"), HasSubstr("give each scenario once")));
}

TEST_F(MoreReports, ThatAreNoneAreNamed) {
  std::ofstream(folder_ / "cut.json") << R"({"schema_version": 1, )";

  const Ran cut = run({"report", "merge", at("all.json"), at("cut.json")});
  const Ran absent = run({"report", "merge", at("all.json"), at("absent.json")});

  EXPECT_EQ(cut.exit_code, 2);
  EXPECT_THAT(cut.err, AllOf(HasSubstr("cut.json"), HasSubstr("only the beginning of it")));
  EXPECT_EQ(absent.exit_code, 3);
  EXPECT_THAT(absent.err, HasSubstr("cannot read " + at("absent.json")));
}

}  // namespace
}  // namespace gcmock::program
