// `gcmock run` as a user and a CI system meet it: exit codes, reports, selection.
#include <gmock/gmock.h>
#include <unistd.h>

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
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(RunCommand, ExitsWith0WhereAllPassed) {
  const Ran ran = run({"run", data("pass.json")});

  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("PASS    pass"), HasSubstr("\n1 passed, 0 failed, 0 skipped")));
  EXPECT_THAT(ran.err, IsEmpty());
}

TEST(RunCommand, ExitsWith1WhereACheckFailed) {
  const Ran ran = run({"run", data("fail.json")});

  EXPECT_EQ(ran.exit_code, 1) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("FAIL    fail"), HasSubstr("expected needs_admin, got ok"),
                             HasSubstr("found 1"), HasSubstr("tests/cli/data/fail.json:7"),
                             HasSubstr("rerun: gcmock run tests/cli/data/fail.json --seed 1\n")));
}

TEST(RunCommand, TellsWhatTheContractDoesNotDeclareAndFailsForItWhereAsked) {
  const Ran told = run({"run", data("undeclared.json")});
  const Ran strict = run({"run", data("undeclared.json"), "--strict-contract"});

  const std::string finding = "contract: GET /api/v2/users/me sends undeclared query parameter pageSize, #1";
  EXPECT_EQ(told.exit_code, 0) << told.out << told.err;
  EXPECT_THAT(told.out, AllOf(StartsWith("PASS"), HasSubstr(finding)));
  EXPECT_EQ(strict.exit_code, 1) << strict.out << strict.err;
  EXPECT_THAT(strict.out,
              AllOf(StartsWith("FAIL"), HasSubstr(finding), HasSubstr("undeclared.json --strict-contract")));
}

TEST(RunCommand, RunsOverTlsWhatEndsInBrokenConnectionsToo) {
  const Ran ran = run({"run", "scenarios/rotation", data("fail.json"), "--tls"});

  EXPECT_EQ(ran.exit_code, 1) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("6 passed, 1 failed"), HasSubstr("fail.json --tls --seed 1\n")));
}

TEST(RunCommand, ExitsWith2WhereAFileIsInvalid) {
  const Ran ran = run({"run", data("invalid.json"), data("fail.json")});

  EXPECT_EQ(ran.exit_code, 2) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("INVALID invalid"), HasSubstr("tests/cli/data/invalid.json:4:3: error["),
                             HasSubstr("did you mean \"world\"?")));
}

TEST(RunCommand, ExitsWith4WhereARuleNeverFired) {
  const Ran ran = run({"run", data("vacuous.json")});

  EXPECT_EQ(ran.exit_code, 4) << ran.out << ran.err;
  EXPECT_THAT(ran.out, StartsWith("VACUOUS vacuous"));
}

TEST(RunCommand, ExitsWith4WhereNothingIsLeftToRun) {
  const Ran ran = run({"run", data("pass.json"), "--filter", "no_such_*"});

  EXPECT_EQ(ran.exit_code, 4);
  EXPECT_THAT(ran.err, HasSubstr("nothing to run: of 1 scenario file none is left by --filter, --tag and --shard"));
}

TEST(RunCommand, ExitsWith3WhereAPathDoesNotExist) {
  const Ran ran = run({"run", data("no_such.json")});

  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_THAT(ran.err, AllOf(StartsWith("gcmock: "), HasSubstr("no_such.json")));
}

TEST(RunCommand, ExitsWith3WhereItsOutputIsLost) {
  const Ran ran = run_into("/dev/full", {"run", data("pass.json")});

  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_EQ(ran.err, "gcmock: cannot write to standard output\n");
}

TEST(RunCommand, RunsOnlyWhatIsTagged) {
  const Ran ran = run({"run", data("pass.json"), data("fail.json"), "--tag", "good"});

  EXPECT_EQ(ran.exit_code, 0) << ran.out;
  EXPECT_THAT(ran.out, Not(HasSubstr("FAIL")));
}

TEST(RunCommand, RunsEachScenarioInExactlyOneShard) {
  std::string out;
  for (const char* shard : {"1/3", "2/3", "3/3"}) {
    out += run({"run", data("pass.json"), data("refused.json"), "--shard", shard}).out;
  }

  EXPECT_EQ(out.find("PASS    pass"), out.rfind("PASS    pass"));
  EXPECT_THAT(out, AllOf(HasSubstr("PASS    pass"), HasSubstr("PASS    refused")));
}

TEST(RunCommand, RunsSeveralAtOnceWithTheSameResult) {
  const Ran ran = run({"run", data("pass.json"), data("refused.json"), data("fail.json"), "--jobs", "3"});

  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, HasSubstr("\n2 passed, 1 failed, 0 skipped"));
}

TEST(RunCommand, ShowsNoColourWhereNobodyLooks) {
  EXPECT_THAT(run({"run", data("fail.json")}).out, Not(HasSubstr("\x1b")));
}

TEST(RunCommand, ShowsTheJournalOfAPassWhereAskedTo) {
  EXPECT_THAT(run({"run", data("pass.json"), "--verbose"}).out,
              AllOf(HasSubstr("journal  "), HasSubstr("POST /api/v2/oauth/token")));
}

class Reports : public testing::Test {
 protected:
  Reports() {
    std::string name = (fs::temp_directory_path() / "gcmock-reports-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~Reports() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string content_of(const std::string& name) const {
    std::ifstream in(folder_ / name);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  fs::path folder_;
};

TEST_F(Reports, AreWrittenSeveralAtOnceBesideTheConsole) {
  const Ran ran = run({"run", data("fail.json"), "--report", "junit=" + (folder_ / "j.xml").string(), "--report",
                       "json=" + (folder_ / "r.json").string()});

  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, StartsWith("FAIL    fail"));
  EXPECT_THAT(content_of("j.xml"), AllOf(HasSubstr("<failure "), EndsWith("</testsuites>\n")));
  EXPECT_THAT(content_of("r.json"), AllOf(HasSubstr("\"schema_version\": 1"), EndsWith("}\n")));
}

TEST_F(Reports, GoToStandardOutputAloneWhereAskedTo) {
  const Ran ran = run({"run", data("pass.json"), "--report", "json=-"});

  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("{\n"), EndsWith("}\n")));
  EXPECT_THAT(ran.err, StartsWith("PASS    pass"));
}

TEST_F(Reports, ThatCannotBeWrittenBreakTheRunBehindTheConsole) {
  const Ran ran = run({"run", data("pass.json"), "--report", "junit=/proc/no/such/folder/j.xml"});

  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_THAT(ran.out, HasSubstr("1 passed"));
  EXPECT_THAT(ran.err, HasSubstr("cannot write /proc/no/such/folder/j.xml"));
}

TEST_F(Reports, HoldNoCredentialOfTheMock) {
  const Ran ran = run({"run", data("pass.json"), data("refused.json"), "--verbose", "--report",
                       "junit=" + (folder_ / "j.xml").string(), "--report", "json=" + (folder_ / "r.json").string()});

  ASSERT_EQ(ran.exit_code, 0) << ran.out;
  for (const std::string& text : {ran.out, ran.err, content_of("j.xml"), content_of("r.json")}) {
    EXPECT_THAT(text, Not(HasSubstr("gcmock-rt-")));
    EXPECT_THAT(text, Not(HasSubstr("gcmock-at-")));
    EXPECT_THAT(text, Not(HasSubstr("gcmock-cs-")));
    EXPECT_THAT(text, Not(HasSubstr("Basic cHJvZF9hcHBf"))) << "base64 of the client id, and what follows it";
  }
}

}  // namespace
}  // namespace gcmock::program
