#include "cli/shard_of_environment.h"

#include <array>
#include <charconv>
#include <string_view>

#include "gcmock/error.h"

namespace gcmock {
namespace {

struct Pair {
  const char* index;
  const char* total;
  unsigned first;  // how its first shard is counted
};

constexpr std::array<Pair, 4> pairs{{
    {"GTEST_SHARD_INDEX", "GTEST_TOTAL_SHARDS", 0},
    {"TEST_SHARD_INDEX", "TEST_TOTAL_SHARDS", 0},
    {"CI_NODE_INDEX", "CI_NODE_TOTAL", 1},
    {"JOB_COMPLETION_INDEX", "GCMOCK_TOTAL_SHARDS", 0},
}};

unsigned number_in(const char* name, std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size())
    throw Error(std::string(name) + " is \"" + std::string(text) + "\", which is no number");
  return number;
}

}  // namespace

std::optional<ShardOfEnvironment> shard_of_environment(const std::function<const char*(const char*)>& variable) {
  for (const Pair& pair : pairs) {
    const char* index = variable(pair.index);
    if (index == nullptr || *index == '\0') continue;
    const char* total = variable(pair.total);
    if (total == nullptr || *total == '\0')
      throw Error(std::string(pair.index) + " is set, but " + pair.total +
                  " is not: set it to the number of shards, or give --shard 1/1");
    const unsigned number = number_in(pair.index, index);
    const unsigned count = number_in(pair.total, total);
    if (number < pair.first || number - pair.first >= count)
      throw Error(std::string(pair.index) + " is " + index + " and " + pair.total + " is " + total +
                  ": there is no such shard");
    return ShardOfEnvironment{{number - pair.first + 1, count, true}, pair.index};
  }
  return std::nullopt;
}

}  // namespace gcmock
