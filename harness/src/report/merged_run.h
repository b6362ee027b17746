// One run made of the reports of its shards.
#pragma once

#include <string>
#include <vector>

#include "gcmock/harness/result.h"

namespace gcmock {

struct ShardReport {
  std::string file;  ///< of its report
  RunResult result;
};

struct MergedRun {
  RunResult result;                   ///< of no meaning where there are mistakes
  std::vector<std::string> mistakes;  ///< why these are no shards of one run, each with what to do
};

/// Scenarios in the order of their files, as one run would have them; times are added. Shards must be of one client and
/// one seed, and no scenario may have been run in two of them; one that was not run gives way to one that was. Where a
/// shard was interrupted, so was the whole.
MergedRun merged_run(std::vector<ShardReport> shards);

}  // namespace gcmock
