#include "cli/last_failed.h"

#include <filesystem>
#include <fstream>

#include "cli/selection.h"
#include "cli/surroundings.h"
#include "cli/written_report.h"
#include "gcmock/error.h"
#include "report/scenario_counts.h"

namespace gcmock {

namespace fs = std::filesystem;

std::set<std::string> failed_after(const std::set<std::string>& failed_before, const RunResult& run) {
  std::set<std::string> failed = failed_before;
  for (const ScenarioResult& scenario : run.scenarios) {
    if (scenario.status == ScenarioStatus::not_run) continue;
    if (is_problem(scenario.status))
      failed.insert(absolute_path(scenario.file));
    else
      failed.erase(absolute_path(scenario.file));
  }
  return failed;
}

std::vector<std::string> only_failed(const std::vector<std::string>& files, const std::set<std::string>& failed) {
  std::vector<std::string> chosen;
  for (const std::string& file : files) {
    if (failed.contains(absolute_path(file))) chosen.push_back(file);
  }
  return chosen;
}

std::string file_of_last_failed() {
  const std::string cache = environment_variable("XDG_CACHE_HOME");
  const std::string home = environment_variable("HOME");
  if (cache.empty() && home.empty()) return "";
  const fs::path folder = cache.empty() ? fs::path(home) / ".cache" : fs::path(cache);
  return (folder / "gcmock" / (std::to_string(stable_hash(fs::current_path().string())) + ".last_failed")).string();
}

std::set<std::string> read_last_failed(const std::string& file) {
  std::set<std::string> failed;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) failed.insert(line);
  return failed;
}

void write_last_failed(const std::string& file, const std::set<std::string>& failed) {
  std::string lines;
  for (const std::string& each : failed) lines += each + '\n';
  try {
    write_whole(file, lines);
  } catch (const Error&) {  // the next run does without
  }
}

}  // namespace gcmock
