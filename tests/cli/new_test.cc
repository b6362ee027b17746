// `gcmock new`, as a user calls it: from nothing to a passing scenario against a client of one's own.
#include <gmock/gmock.h>

#include <filesystem>

#include "program.h"

namespace gcmock::program {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class NewCommandAsAUserCallsIt : public testing::Test {
 protected:
  void SetUp() override { fs::remove_all(folder); }
  void TearDown() override { fs::remove_all(folder); }

  const fs::path folder = fs::path(GCMOCK_BINARY_DIR) /
                          (std::string("new_") + testing::UnitTest::GetInstance()->current_test_info()->name());
  const std::string world = (folder / "world.json").string();
  const std::string scenario = (folder / "scenarios/first.json").string();
  const std::string client = (folder / "my-app").string();
};

TEST_F(NewCommandAsAUserCallsIt, LeadsToAScenarioThatPasses) {
  EXPECT_THAT(run({"new", "world", world, "--orgs", "north,south"}).out, HasSubstr("next: gcmock new scenario"));
  EXPECT_THAT(run({"new", "scenario", scenario, "--world", world, "--org", "south", "--kind", "unavailable"}).out,
              HasSubstr("next: gcmock run " + scenario));

  const Ran ran = run({"run", scenario});

  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
}

TEST_F(NewCommandAsAUserCallsIt, OverwritesNothing) {
  run({"new", "client", client, "--language", "python"});

  const Ran again = run({"new", "client", client, "--language", "python"});

  EXPECT_EQ(again.exit_code, 64);
  EXPECT_THAT(again.err, HasSubstr("client.json is there already; nothing was written"));
}

TEST_F(NewCommandAsAUserCallsIt, SaysWhatIsMissingWhereNobodyCanBeAsked) {
  const Ran ran = run({"new", "scenario", scenario});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, HasSubstr("--world is missing"));
}

TEST_F(NewCommandAsAUserCallsIt, KnowsTheOptionThatWasMeant) {
  const Ran ran = run({"new", "client", client, "--langauge", "python"});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, HasSubstr("did you mean --language?"));
}

}  // namespace
}  // namespace gcmock::program
