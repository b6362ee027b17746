// `gcmock run --repeat`: a client that works now and then is caught, and every report says so.
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
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// The client of clients/curl, but for each second start: then it says that it failed, without asking anything.
class ClientThatWorksNowAndThen : public testing::Test {
 protected:
  ClientThatWorksNowAndThen() {
    std::string name = (fs::temp_directory_path() / "gcmock-repeat-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    std::ofstream(folder_ / "client.sh") << "starts=$(cat starts 2>/dev/null || echo 0)\n"
                                            "echo $((starts + 1)) >starts\n"
                                            "[ $((starts % 2)) = 0 ] && exec bash " GCMOCK_SOURCE_DIR
                                            "/clients/curl/session.sh\n"
                                            "while read -r line; do echo '{\"outcome\":\"failed\"}'; done\n";
    std::ofstream(folder_ / "client.json")
        << R"({"name": "now-and-then", "driver": "session", "command": ["sh", "client.sh"]})";
  }
  ~ClientThatWorksNowAndThen() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string content_of(const std::string& name) const {
    std::ifstream in(folder_ / name);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  fs::path folder_;
};

TEST_F(ClientThatWorksNowAndThen, IsFlakyInEveryReportAndFailsTheRun) {
  const Ran ran =
      run({"run", data("pass.json"), "--client", folder_.string(), "--repeat", "3", "--seed", "5", "--report",
           "junit=" + (folder_ / "j.xml").string(), "--report", "json=" + (folder_ / "r.json").string()});

  EXPECT_EQ(ran.exit_code, 1) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("FLAKY   2/3 pass "), HasSubstr("3 runs  passed, failed, passed\n"),
                             HasSubstr(": ok, failed, ok\n"), HasSubstr(" --seed 5 --repeat 3\n"),
                             HasSubstr("0 passed, 0 failed, 0 skipped, 1 flaky (client now-and-then, seed 5, ")));
  EXPECT_THAT(content_of("j.xml"),
              AllOf(HasSubstr("<failure type=\"flaky\" message=\"flaky: 2/3 runs passed; "),
                    HasSubstr("failures=\"1\""), HasSubstr("<property name=\"seed\" value=\"5\"/>")));
  EXPECT_THAT(content_of("r.json"),
              AllOf(HasSubstr("\"status\": \"flaky\""), HasSubstr("\"shown\": 2"), HasSubstr("\"seed\": 5")));
}

TEST_F(ClientThatWorksNowAndThen, IsNotFoundOutByOneRun) {
  const Ran ran = run({"run", data("pass.json"), "--client", folder_.string()});

  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
}

TEST(RepeatOption, LeavesWhatIsAlwaysAlikeAsItIs) {
  const Ran ran = run({"run", data("pass.json"), data("fail.json"), "--repeat", "3"});

  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("PASS    pass"), HasSubstr("FAIL    fail"), Not(HasSubstr("3 runs")),
                             HasSubstr("1 passed, 1 failed, 0 skipped (")));
}

}  // namespace
}  // namespace gcmock::program
