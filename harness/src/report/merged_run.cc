// One run made of the reports of its shards.
#include "report/merged_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace gcmock {
namespace {

void compare(const ShardReport& first, const ShardReport& other, std::vector<std::string>& mistakes) {
  if (first.result.client != other.result.client) {
    mistakes.push_back(fmt::format("{} is about client {}, {} about client {}; merge the reports of each client alone",
                                   first.file, first.result.client, other.file, other.result.client));
  }
  if (first.result.seed != other.result.seed) {
    mistakes.push_back(fmt::format("{} was run with seed {}, {} with seed {}; run all shards with one --seed",
                                   first.file, first.result.seed, other.file, other.result.seed));
  }
}

/// Scenarios by their files, and who brought each.
class Collected {
 public:
  void add(const ShardReport& shard, ScenarioResult scenario) {
    const std::string file = scenario.file;  // the scenario is moved away
    const auto found = by_file_.find(file);
    if (found == by_file_.end()) {
      by_file_.emplace(file, Entry{std::move(scenario), shard.file});
    } else if (is_unrun(found->second.scenario)) {
      found->second = {std::move(scenario), shard.file};
    } else if (!is_unrun(scenario)) {
      mistakes_.push_back(fmt::format("{} was run in {} and in {}; give each scenario once", file,
                                      found->second.brought_by, shard.file));
    }
  }

  [[nodiscard]] std::vector<std::string> mistakes() const { return mistakes_; }

  [[nodiscard]] std::vector<ScenarioResult> scenarios() && {
    std::vector<ScenarioResult> in_order;
    for (auto& [file, entry] : by_file_) in_order.push_back(std::move(entry.scenario));
    return in_order;
  }

 private:
  struct Entry {
    ScenarioResult scenario;
    std::string brought_by;
  };

  static bool is_unrun(const ScenarioResult& scenario) { return scenario.status == ScenarioStatus::not_run; }

  std::map<std::string, Entry> by_file_;
  std::vector<std::string> mistakes_;
};

}  // namespace

MergedRun merged_run(std::vector<ShardReport> shards) {
  MergedRun merged;
  if (shards.empty()) return merged;
  merged.result.client = shards.front().result.client;
  merged.result.seed = shards.front().result.seed;
  Collected collected;
  for (ShardReport& shard : shards) {
    compare(shards.front(), shard, merged.mistakes);
    merged.result.took += shard.result.took;
    merged.result.stopped_early = merged.result.stopped_early || shard.result.stopped_early;
    if (merged.result.ended_by_signal == 0) merged.result.ended_by_signal = shard.result.ended_by_signal;
    for (ScenarioResult& scenario : shard.result.scenarios) collected.add(shard, std::move(scenario));
  }
  for (const std::string& mistake : collected.mistakes()) merged.mistakes.push_back(mistake);
  merged.result.scenarios = std::move(collected).scenarios();
  return merged;
}

}  // namespace gcmock
