// The shard that a CI system or a test runner has given this process.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/selection.h"

namespace gcmock {

struct ShardOfEnvironment {
  Shard shard;
  std::string variable;  ///< that says so: "CI_NODE_INDEX"
};

/// By the first pair of variables of which the index is set: GTEST_SHARD_INDEX and GTEST_TOTAL_SHARDS (GoogleTest),
/// TEST_SHARD_INDEX and TEST_TOTAL_SHARDS (Bazel), CI_NODE_INDEX and CI_NODE_TOTAL (GitLab, which counts from 1),
/// JOB_COMPLETION_INDEX (Kubernetes Indexed Jobs) and GCMOCK_TOTAL_SHARDS, as Kubernetes does not tell the number.
/// Empty: none. Throws Error where the two make no shard. `variable` gives a variable's value, or null.
std::optional<ShardOfEnvironment> shard_of_environment(const std::function<const char*(const char*)>& variable);

}  // namespace gcmock
