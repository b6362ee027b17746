#include "cli/touched.h"

#include <algorithm>
#include <filesystem>

#include "cli/surroundings.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

std::string folder_of_client(const std::string& client) {
  if (client.empty()) return "";
  const fs::path path = fs::absolute(client).lexically_normal();
  const fs::path folder = fs::is_directory(path) ? path / "" : path.parent_path() / "";
  return folder.lexically_normal().string();  // ends in a slash
}

bool have_one_in_common(const std::set<std::string>& left, const std::set<std::string>& right) {
  return std::ranges::any_of(left, [&](const std::string& each) { return right.contains(each); });
}

}  // namespace

std::set<std::string> files_behind(const std::string& scenario_file) {
  std::set<std::string> files{absolute_path(scenario_file)};
  const LoadedScenario loaded = load_scenario(scenario_file);
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    if (!diagnostic.place.file.empty()) files.insert(absolute_path(diagnostic.place.file));
  }
  if (!loaded.scenario) return files;
  for (const auto& [pointer, origin] : loaded.scenario->places.origins) {
    if (origin.stated && !origin.stated->file.empty()) files.insert(absolute_path(origin.stated->file));
  }
  return files;
}

FilesBehind files_behind_each(const std::vector<std::string>& scenarios) {
  FilesBehind behind;
  for (const std::string& scenario : scenarios) behind.emplace(scenario, files_behind(scenario));
  return behind;
}

std::vector<std::string> touched_by(const std::set<std::string>& saved, const std::vector<std::string>& scenarios,
                                    const FilesBehind& behind, const std::string& client) {
  const std::string folder = folder_of_client(client);
  const auto is_of_the_client = [&](const std::string& file) { return !folder.empty() && file.starts_with(folder); };
  if (std::ranges::any_of(saved, is_of_the_client)) return scenarios;
  std::vector<std::string> touched;
  std::ranges::copy_if(scenarios, std::back_inserter(touched), [&](const std::string& scenario) {
    if (saved.contains(absolute_path(scenario))) return true;
    const auto known = behind.find(scenario);
    return have_one_in_common(known == behind.end() ? files_behind(scenario) : known->second, saved);
  });
  return touched;
}

}  // namespace gcmock
