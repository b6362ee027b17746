#include "cli/last_failed.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ScenarioResult ended(const std::string& file, ScenarioStatus status) {
  ScenarioResult result;
  result.file = file;
  result.status = status;
  return result;
}

TEST(LastFailed, KeepsWhatWasNotRunThisTime) {
  RunResult run;
  run.scenarios = {ended("/s/mended.json", ScenarioStatus::passed), ended("/s/fails.json", ScenarioStatus::failed),
                   ended("/s/not_run.json", ScenarioStatus::not_run),
                   ended("/s/invalid.json", ScenarioStatus::invalid)};

  EXPECT_THAT(failed_after({"/s/mended.json", "/s/other.json", "/s/not_run.json"}, run),
              ElementsAre("/s/fails.json", "/s/invalid.json", "/s/not_run.json", "/s/other.json"));
}

TEST(LastFailed, KnowsAFileByWhicheverWayItIsNamed) {
  const std::string here = std::filesystem::current_path().string();

  EXPECT_THAT(only_failed({"a.json", "x/../b.json"}, {here + "/b.json"}), ElementsAre("x/../b.json"));
}

TEST(LastFailed, IsReadAsItWasWritten) {
  const std::string file = std::string(GCMOCK_BINARY_DIR) + "/last_failed_test/kept/of_this_test";
  std::filesystem::remove_all(std::string(GCMOCK_BINARY_DIR) + "/last_failed_test");
  EXPECT_THAT(read_last_failed(file), IsEmpty());

  write_last_failed(file, {"/s/a b.json", "/s/c.json"});

  EXPECT_THAT(read_last_failed(file), ElementsAre("/s/a b.json", "/s/c.json"));
}

}  // namespace
}  // namespace gcmock
