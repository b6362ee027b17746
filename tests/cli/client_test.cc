// `gcmock run --client`: clients that will not start, do nothing, or hang.
#include <gmock/gmock.h>

#include "program.h"

namespace gcmock::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(ClientOption, ExitsWith3WhereTheClientWouldNotStart) {
  const Ran ran = run({"run", data("pass.json"), "--client", data("client_without_program")});

  EXPECT_EQ(ran.exit_code, 3) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("BROKEN  pass"), HasSubstr("no-such-program")));
}

TEST(ClientOption, SkipsWithWhatIsMissingAndExitsWith4WhereTheClientIsNotInstalled) {
  const Ran ran = run({"run", data("pass.json"), "--client", data("client_not_installed")});

  EXPECT_EQ(ran.exit_code, 4) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("SKIP    pass"), HasSubstr("the client is not installed: run \"npm ci\" in"),
                             HasSubstr("(node_modules is"), HasSubstr("0 passed, 0 failed, 1 skipped")));
}

TEST(ClientOption, ExitsWith4WhereTheClientNeverConnected) {
  const Ran ran = run({"run", data("pass.json"), "--client", data("silent_client")});

  EXPECT_EQ(ran.exit_code, 4) << ran.out << ran.err;
  EXPECT_THAT(ran.out, StartsWith("VACUOUS pass"));
}

TEST(ClientOption, ShowsNoCredentialThatTheClientWroteAnywhere) {
  const Ran ran = run({"run", data("pass.json"), "--client", data("talkative_client"), "--report", "json=-"});

  ASSERT_EQ(ran.exit_code, 1) << ran.err;
  EXPECT_THAT(ran.err, AllOf(HasSubstr("the client said: refresh of ‹primary/refresh-main› with ‹primary/secret-"),
                             HasSubstr("GENESYS_ORG_PRIMARY_REFRESH_TOKEN=‹primary/refresh-main›")));
  EXPECT_THAT(ran.err, Not(HasSubstr("gcmock-rt-")));
  EXPECT_THAT(ran.err, Not(HasSubstr("gcmock-cs-")));
  EXPECT_THAT(ran.out, Not(HasSubstr("gcmock-rt-")));
  EXPECT_THAT(ran.out, Not(HasSubstr("gcmock-cs-")));
}

}  // namespace
}  // namespace gcmock::program
