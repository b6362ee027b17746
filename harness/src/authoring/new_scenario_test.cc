#include "authoring/new_scenario.h"

#include <gmock/gmock.h>

#include "authoring/new_world.h"
#include "authoring/temporary_folder_in_tests.h"
#include "gcmock/error.h"
#include "gcmock/harness/run.h"

namespace gcmock {
namespace {

const std::string worlds = std::string(GCMOCK_SOURCE_DIR) + "/fixtures/worlds/";

class NewScenarioOfKind : public testing::TestWithParam<std::string> {};

TEST_P(NewScenarioOfKind, IsPassedByTheCorrectClient) {
  const TemporaryFolder folder;
  const std::string world = folder / "worlds/mine.json";
  const std::string file = folder / "scenarios/mine/first.json";
  write_new_files({new_world({world, {"north", "south"}})});

  write_new_files({new_scenario({file, world, "south", *scenario_kind_from(GetParam())})});
  const RunResult run = run_files({file}, make_client_factory(built_in_profile()), {});

  ASSERT_EQ(run.scenarios.size(), 1U);
  EXPECT_THAT(run.scenarios[0].diagnostics, testing::IsEmpty());
  EXPECT_EQ(run.scenarios[0].status, ScenarioStatus::passed) << run.scenarios[0].note;
}

INSTANTIATE_TEST_SUITE_P(All, NewScenarioOfKind, testing::ValuesIn(scenario_kinds()),
                         [](const auto& one) { return one.param; });

TEST(NewScenario, CanBeMadeForShippedWorlds) {
  const TemporaryFolder folder;
  for (const std::string world : {"premium_app_two_orgs", "rotating_refresh_tokens", "administered_org"}) {
    const std::string file = folder / (world + ".json");
    write_new_files(
        {new_scenario({file, worlds + world + ".json", orgs_for_a_scenario(worlds + world + ".json").front()})});

    EXPECT_EQ(run_files({file}, make_client_factory(built_in_profile()), {}).scenarios[0].status,
              ScenarioStatus::passed)
        << world;
  }
}

TEST(NewScenario, SaysWhichOrgIsMeant) {
  try {
    new_scenario({"x.json", worlds + "premium_app_two_orgs.json", "secundary"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("did you mean \"secondary\"?"));
  }
}

TEST(NewScenario, CannotBeMadeForAWorldWithMistakes) {
  EXPECT_THROW(new_scenario({"x.json", worlds + "there_is_none.json", "acme"}), Error);
}

}  // namespace
}  // namespace gcmock
