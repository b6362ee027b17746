#include "cli/last_failed.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cli/selection.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& file) {
  return fs::absolute(file).lexically_normal().string();
}

bool did_not_pass(ScenarioStatus status) {
  return status != ScenarioStatus::passed && status != ScenarioStatus::skipped && status != ScenarioStatus::not_run;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::set<std::string> failed_after(const std::set<std::string>& failed_before, const RunResult& run) {
  std::set<std::string> failed = failed_before;
  for (const ScenarioResult& scenario : run.scenarios) {
    if (scenario.status == ScenarioStatus::not_run) continue;
    if (did_not_pass(scenario.status))
      failed.insert(absolute(scenario.file));
    else
      failed.erase(absolute(scenario.file));
  }
  return failed;
}

std::vector<std::string> only_failed(const std::vector<std::string>& files, const std::set<std::string>& failed) {
  std::vector<std::string> chosen;
  for (const std::string& file : files) {
    if (failed.contains(absolute(file))) chosen.push_back(file);
  }
  return chosen;
}

std::string file_of_last_failed() {
  const std::string cache = variable("XDG_CACHE_HOME");
  const std::string home = variable("HOME");
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
  std::error_code error;
  fs::create_directories(fs::path(file).parent_path(), error);
  const std::string whole = file + "." + std::to_string(::getpid());
  std::ofstream out(whole);
  for (const std::string& each : failed) out << each << '\n';
  if (out.flush())
    fs::rename(whole, file, error);
  else
    fs::remove(whole, error);
}

}  // namespace gcmock
