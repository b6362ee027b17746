#include "authoring/new_client.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "authoring/temporary_folder_in_tests.h"
#include "gcmock/error.h"
#include "gcmock/harness/run.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {
namespace {

std::vector<std::string> paths_of(const std::vector<NewFile>& files) {
  std::vector<std::string> paths;
  for (const NewFile& file : files) paths.push_back(file.path);
  return paths;
}

TEST(NewClient, ThereIsOneInThreeLanguages) {
  EXPECT_THAT(client_languages(), testing::ElementsAre("cpp", "javascript", "python"));
  EXPECT_THAT(paths_of(new_client({"mine", "cpp"})),
              testing::UnorderedElementsAre("mine/CMakeLists.txt", "mine/client.cc", "mine/client.json"));
  EXPECT_THAT(paths_of(new_client({"mine", "javascript"})),
              testing::UnorderedElementsAre("mine/client.json", "mine/client.mjs"));
  EXPECT_THROW(new_client({"mine", "cobol"}), Error);
}

TEST(NewClient, HasTheNameOfItsFolder) {
  const TemporaryFolder folder;
  write_new_files(new_client({folder / "my-app", "python"}));

  const LoadedClientProfile loaded = load_client_profile(folder / "my-app");

  EXPECT_THAT(loaded.diagnostics, testing::IsEmpty());
  ASSERT_TRUE(loaded.profile.has_value());
  EXPECT_EQ(loaded.profile->name, "my-app");
}

// C++ has to be compiled first: ./dev does that with clients/examples/cpp-session itself.
class NewClientInScript : public testing::TestWithParam<std::pair<std::string, std::string>> {};

TEST_P(NewClientInScript, WorksAsItIs) {
  const auto& [language, program] = GetParam();
  if (std::system(("command -v " + program + " >/dev/null").c_str()) != 0)
    GTEST_SKIP() << program << " is not installed";
  const TemporaryFolder folder;
  write_new_files(new_client({folder / "mine", language}));
  const ClientProfile profile = *load_client_profile(folder / "mine").profile;
  const std::string scenarios = std::string(GCMOCK_SOURCE_DIR) + "/scenarios/";

  const RunResult run = run_files({scenarios + "multi_org/healthy_two_org_refresh.json",
                                   scenarios + "rotation/each_refresh_uses_the_newest_token.json"},
                                  make_client_factory(profile), {});

  for (const ScenarioResult& scenario : run.scenarios)
    EXPECT_EQ(scenario.status, ScenarioStatus::passed)
        << scenario.id << ": " << scenario.note << scenario.client_stderr;
}

INSTANTIATE_TEST_SUITE_P(Each, NewClientInScript,
                         testing::Values(std::pair("javascript", "node"), std::pair("python", "python3")),
                         [](const auto& one) { return one.param.first; });

}  // namespace
}  // namespace gcmock
