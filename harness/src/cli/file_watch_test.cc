#include "cli/file_watch.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace gcmock {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class WatchedFolder : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder);
    fs::create_directories(folder / "below");
    fs::create_directories(folder / "node_modules");
    watch.add(folder.string());
  }
  void TearDown() override { fs::remove_all(folder); }

  void save(const std::string& name) const { std::ofstream(folder / name) << "{}"; }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder / name).string(); }

  const fs::path folder = fs::path(GCMOCK_BINARY_DIR) /
                          (std::string("watched_") + testing::UnitTest::GetInstance()->current_test_info()->name());
  FileWatch watch;
};

TEST_F(WatchedFolder, TellsWhatWasSavedInItAndBelow) {
  save("node_modules/ignored.json");
  save("one.json");
  save("below/two.json");

  EXPECT_THAT(watch.wait(), ElementsAre(path("below/two.json"), path("one.json")));
}

TEST_F(WatchedFolder, TellsWhatIsMovedThereAndRemoved) {
  save("old.json");
  watch.wait();

  fs::rename(path("old.json"), path("new.json"));

  EXPECT_THAT(watch.wait(), ElementsAre(path("new.json"), path("old.json")));
}

TEST_F(WatchedFolder, GrowsWithFoldersThatAreMade) {
  fs::create_directories(folder / "later");
  save("first.json");  // read behind the folder's own event, which adds it
  watch.wait();

  save("later/three.json");

  EXPECT_THAT(watch.wait(), Contains(path("later/three.json")));
}

TEST_F(WatchedFolder, EndsWaitingWhenItIsStopped) {
  std::jthread stopping([this] { watch.stop(); });

  EXPECT_THAT(watch.wait(), IsEmpty());
}

}  // namespace
}  // namespace gcmock
