#include "cli/shard_of_environment.h"

#include <gmock/gmock.h>

#include <map>

#include "gcmock/error.h"

namespace gcmock {
namespace {

using Variables = std::map<std::string, std::string>;

std::optional<ShardOfEnvironment> shard_in(const Variables& variables) {
  return shard_of_environment([&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

std::string told_of(const Variables& variables) {
  const auto given = shard_in(variables);
  if (!given) return "none";
  return std::to_string(given->shard.index) + "/" + std::to_string(given->shard.count) + " by " + given->variable;
}

TEST(ShardOfEnvironment, IsNoneWhereNothingIsSet) {
  EXPECT_EQ(told_of({}), "none");
  EXPECT_EQ(told_of({{"CI_NODE_INDEX", ""}}), "none");
  EXPECT_EQ(told_of({{"CI_NODE_TOTAL", "4"}}), "none");
}

TEST(ShardOfEnvironment, CountsAsEachSystemDoes) {
  EXPECT_EQ(told_of({{"GTEST_SHARD_INDEX", "0"}, {"GTEST_TOTAL_SHARDS", "4"}}), "1/4 by GTEST_SHARD_INDEX");
  EXPECT_EQ(told_of({{"TEST_SHARD_INDEX", "3"}, {"TEST_TOTAL_SHARDS", "4"}}), "4/4 by TEST_SHARD_INDEX");
  EXPECT_EQ(told_of({{"CI_NODE_INDEX", "1"}, {"CI_NODE_TOTAL", "4"}}), "1/4 by CI_NODE_INDEX");
  EXPECT_EQ(told_of({{"JOB_COMPLETION_INDEX", "2"}, {"GCMOCK_TOTAL_SHARDS", "3"}}), "3/3 by JOB_COMPLETION_INDEX");
}

TEST(ShardOfEnvironment, IsAMistakeWhereThereIsNoSuchShard) {
  EXPECT_THROW(shard_in({{"GTEST_SHARD_INDEX", "4"}, {"GTEST_TOTAL_SHARDS", "4"}}), Error);
  EXPECT_THROW(shard_in({{"CI_NODE_INDEX", "0"}, {"CI_NODE_TOTAL", "4"}}), Error);
  EXPECT_THROW(shard_in({{"CI_NODE_INDEX", "two"}, {"CI_NODE_TOTAL", "4"}}), Error);
  EXPECT_THROW(shard_in({{"JOB_COMPLETION_INDEX", "2"}}), Error);
}

}  // namespace
}  // namespace gcmock
