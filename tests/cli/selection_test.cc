// Which scenarios are run: by what failed last, by shards of CI systems, and up to the first that fails.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "program.h"

namespace gcmock::program {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ChosenScenarios : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(cache);
    ::setenv("XDG_CACHE_HOME", cache.c_str(), 1);
  }
  void TearDown() override {
    ::unsetenv("XDG_CACHE_HOME");
    ::unsetenv("CI_NODE_INDEX");
    ::unsetenv("CI_NODE_TOTAL");
    fs::remove_all(cache);
  }

  const std::string cache =
      std::string(GCMOCK_BINARY_DIR) + "/cache_of_" + testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(ChosenScenarios, AreThoseThatFailedLast) {
  const std::string fails = data("fail.json");
  const std::string passes = data("pass.json");
  EXPECT_THAT(run({"run", passes, "--last-failed"}).out, HasSubstr("nothing failed when it was last run"));
  EXPECT_THAT(run({"run", passes, fails}).out, HasSubstr("1 passed, 1 failed"));

  EXPECT_THAT(run({"run", passes, fails, "--last-failed"}).out, HasSubstr("0 passed, 1 failed"));
}

TEST_F(ChosenScenarios, EndAtTheFirstThatFails) {
  const Ran ran = run({"run", data("fail.json"), data("pass.json"), "--fail-fast"});

  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("0 passed, 1 failed"), HasSubstr("1 not_run"), HasSubstr("--fail-fast")));
}

TEST_F(ChosenScenarios, AreTheShardThatTheCiSystemSays) {
  ::setenv("CI_NODE_INDEX", "1", 1);
  ::setenv("CI_NODE_TOTAL", "1000000", 1);

  EXPECT_EQ(run({"run", data("pass.json")}).exit_code, 4);
  EXPECT_THAT(run({"run", data("pass.json"), "--shard", "1/1"}).out,
              AllOf(HasSubstr("1 passed"), Not(HasSubstr("CI_NODE_INDEX"))));
}

}  // namespace
}  // namespace gcmock::program
