// Finding and naming of scenario files.
#include "scenario/scenario_files.h"

#include <algorithm>
#include <filesystem>

#include "gcmock/error.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

void find_below(const fs::path& folder, std::vector<std::string>& files) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) {
      if (entry.path().filename() != "schema") find_below(entry.path(), files);
    } else if (entry.path().extension() == ".json") {
      files.push_back(entry.path().lexically_normal().string());
    }
  }
}

}  // namespace

std::string scenario_id(const std::string& file) {
  const fs::path path = fs::absolute(file).lexically_normal();
  const auto is_home = [](const fs::path& part) { return part == "scenarios"; };
  fs::path below;
  bool is_below = false;
  for (const fs::path& part : path) {
    if (is_home(part)) {
      below.clear();
      is_below = true;
    } else if (is_below) {
      below /= part;
    }
  }
  const fs::path name = is_below && !below.empty() ? below : path.filename();
  return (name.parent_path() / name.stem()).generic_string();
}

std::vector<std::string> find_scenario_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (!fs::exists(path)) throw Error("there is no such file or folder: " + path);
    if (fs::is_directory(path)) {
      find_below(path, files);
    } else {
      files.push_back(path);
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

}  // namespace gcmock
