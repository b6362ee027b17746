// Which scenarios are meant by name and by shard.
#include "cli/selection.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

TEST(Glob, MatchesAcrossFolders) {
  EXPECT_TRUE(glob_matches("multi_org/*", "multi_org/unknown_client"));
  EXPECT_TRUE(glob_matches("*client*", "multi_org/unknown_client"));
  EXPECT_TRUE(glob_matches("a?c", "abc"));
  EXPECT_TRUE(glob_matches("*a*b", "aab"));
  EXPECT_FALSE(glob_matches("multi_org/*", "rotation/unknown_client"));
  EXPECT_FALSE(glob_matches("a?c", "ac"));
  EXPECT_FALSE(glob_matches("*a*b", "abc"));
}

TEST(Glob, WithoutAWildcardMatchesAnyPart) {
  EXPECT_TRUE(glob_matches("unknown", "multi_org/unknown_client"));
  EXPECT_FALSE(glob_matches("Unknown", "multi_org/unknown_client"));
}

TEST(Shards, TogetherHoldEveryScenarioOnce) {
  for (int i = 0; i < 200; ++i) {
    const std::string id = "folder/scenario_" + std::to_string(i);

    int parts = 0;
    for (unsigned index = 1; index <= 3; ++index) parts += is_in({index, 3}, id) ? 1 : 0;

    EXPECT_EQ(parts, 1) << id;
  }
}

TEST(Shards, AreTheSameOnEveryMachine) {
  EXPECT_TRUE(is_in({1, 2}, "multi_org/unknown_client"));
  EXPECT_FALSE(is_in({2, 2}, "multi_org/unknown_client"));
}

TEST(Selection, KeepsTheOrderOfTheFiles) {
  const std::vector<std::string> files{"scenarios/b/two.json", "scenarios/a/one.json", "scenarios/c/three.json"};

  const auto selected = select_files(files, {.filters = {"a/*", "b/*"}, .tags = {}, .shard = {}});

  EXPECT_THAT(selected, testing::ElementsAre("scenarios/b/two.json", "scenarios/a/one.json"));
}

}  // namespace
}  // namespace gcmock
