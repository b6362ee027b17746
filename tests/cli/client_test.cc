// `gcmock run --client`: clients that will not start, do nothing, or hang.
#include <gmock/gmock.h>

#include "program.h"

namespace gcmock::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST(ClientOption, ExitsWith3WhereTheClientWouldNotStart) {
  const Ran ran = run({"run", data("pass.json"), "--client", data("client_without_program")});

  EXPECT_EQ(ran.exit_code, 3) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("BROKEN  pass"), HasSubstr("no-such-program")));
}

TEST(ClientOption, ExitsWith4WhereTheClientNeverConnected) {
  const Ran ran = run({"run", data("pass.json"), "--client", data("silent_client")});

  EXPECT_EQ(ran.exit_code, 4) << ran.out << ran.err;
  EXPECT_THAT(ran.out, StartsWith("VACUOUS pass"));
}

}  // namespace
}  // namespace gcmock::program
