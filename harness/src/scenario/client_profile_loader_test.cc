// Tests of client profiles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gcmock/harness/scenario.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::EndsWith;

TEST(ClientProfileLoader, ReadsAProfileOfAFolder) {
  const TestFolder folder;
  folder.write("bin/x", "");
  folder.write(
      "client.json",
      R"({ "name": "n", "driver": "command", "command": ["./x", "--y"], "working_directory": "bin", "install": ["make"],
    "requires": { "programs": ["node"], "files": ["node_modules"] },
    "environment": { "A": "b" }, "exit_codes": { "0": "ok", "3": "needs_user" }, "time_limit": "2s", "grace": "0s",
    "quiet": "20ms" })");

  const LoadedClientProfile loaded = load_client_profile(folder.path());

  ASSERT_TRUE(loaded.profile.has_value()) << text_of(loaded.diagnostics);
  EXPECT_EQ(loaded.profile->name, "n");
  EXPECT_EQ(loaded.profile->driver, ClientProfile::Driver::command);
  EXPECT_THAT(loaded.profile->command, ElementsAre("./x", "--y"));
  EXPECT_EQ(loaded.profile->working_directory, folder.path() + "/bin");
  EXPECT_THAT(loaded.profile->needs.programs, ElementsAre("node"));
  EXPECT_THAT(loaded.profile->needs.files, ElementsAre("node_modules"));
  EXPECT_EQ(loaded.profile->environment.at("A"), "b");
  EXPECT_TRUE(loaded.profile->exit_codes.at(3) == Outcome::needs_user);
  EXPECT_EQ(loaded.profile->time_limit, 2s);
  EXPECT_EQ(loaded.profile->grace, 0s);
  EXPECT_EQ(loaded.profile->quiet, 20ms);
  EXPECT_THAT(loaded.profile->file, EndsWith("/client.json"));
}

TEST(ClientProfileLoader, FillsInWhatIsUsual) {
  const TestFolder folder;

  const LoadedClientProfile loaded =
      load_client_profile(folder.write("x.json", R"({ "name": "n", "driver": "session", "command": ["x"] })"));

  ASSERT_TRUE(loaded.profile.has_value()) << text_of(loaded.diagnostics);
  EXPECT_EQ(loaded.profile->working_directory, folder.path());
  EXPECT_TRUE(loaded.profile->exit_codes.at(11) == Outcome::needs_admin);
  EXPECT_EQ(loaded.profile->time_limit, 10s);
}

TEST(ClientProfileLoader, TellsEachMistakeInWhatIsRequired) {
  const TestFolder folder;

  const LoadedClientProfile loaded = load_client_profile(folder.write(
      "x.json",
      R"({ "name": "n", "driver": "session", "command": ["x"], "requires": { "programs": [""], "file": ["y"] } })"));

  EXPECT_FALSE(loaded.profile);
  EXPECT_EQ(codes_of(loaded.diagnostics), "GC207 GC203");
}

TEST(ClientProfileLoader, TellsAFolderWithoutAProfile) {
  const TestFolder folder;

  EXPECT_EQ(codes_of(load_client_profile(folder.path()).diagnostics), "GC101");
}

}  // namespace
}  // namespace gcmock
