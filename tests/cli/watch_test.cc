// `gcmock run --watch`: saved files are run again at once, and only what they touch.
#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "program.h"

namespace gcmock::program {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

class WatchedRun : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder);
    run({"new", "world", (folder / "worlds/mine.json").string(), "--orgs", "north,south"});
    for (const std::string kind : {"refresh", "unavailable"}) {
      run({"new", "scenario", (folder / "scenarios" / (kind + ".json")).string(), "--world",
           (folder / "worlds/mine.json").string(), "--org", "north", "--kind", kind});
    }
  }
  void TearDown() override { fs::remove_all(folder); }

  void save_again(const std::string& name) const {
    const std::string text = text_of(folder / name);
    std::ofstream(folder / name) << text << '\n';
  }

  const fs::path folder = fs::path(GCMOCK_BINARY_DIR) /
                          (std::string("watch_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

// What was read before is no part of what is read behind it.
std::string behind(const std::string& before, const std::string& all) {
  return all.substr(before.size());
}

TEST_F(WatchedRun, RunsAScenarioThatWasSaved) {
  Running watching({"run", (folder / "scenarios").string(), "--watch"});
  const std::string before = watching.read_until("watching 2 scenarios");

  save_again("scenarios/refresh.json");
  const std::string after = behind(before, watching.read_until("1 passed, 0 failed"));

  EXPECT_THAT(after, AllOf(HasSubstr("refresh"), Not(HasSubstr("unavailable"))));
  watching.read_until("watching 2 scenarios", 2);
  EXPECT_EQ(watching.end_by(SIGINT).exit_code, 0);
}

TEST_F(WatchedRun, RunsAllOfAWorldThatWasSaved) {
  Running watching({"run", (folder / "scenarios").string(), "--watch"});
  const std::string before = watching.read_until("watching 2 scenarios");

  save_again("worlds/mine.json");
  const std::string after = behind(before, watching.read_until("2 passed, 0 failed", 2));

  EXPECT_THAT(after, HasSubstr("2 passed, 0 failed"));
}

}  // namespace
}  // namespace gcmock::program
