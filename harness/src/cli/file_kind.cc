// What a JSON file that a person wrote is.
#include "cli/file_kind.h"

#include <algorithm>
#include <filesystem>

#include "gcmock/error.h"
#include "gcmock/harness/scenario.h"
#include "scenario/json_document.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

bool is_left_out(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name == "schema" || name == "node_modules" || (name.starts_with('.') && name != "." && name != "..");
}

/// A folder with a client.json belongs to that client: the other JSON files in it are of other tools.
void add_files_below(const fs::path& folder, std::vector<std::string>& files) {
  if (fs::exists(folder / "client.json")) {
    files.push_back((folder / "client.json").string());
    return;
  }
  for (const auto& each : fs::directory_iterator(folder)) {
    // A link to a folder may lead back to where we came from.
    if (each.is_directory() && !each.is_symlink() && !is_left_out(each.path())) add_files_below(each.path(), files);
    if (each.is_regular_file() && each.path().extension() == ".json") files.push_back(each.path().string());
  }
}

}  // namespace

FileKind kind_of(const std::string& file) {
  const fs::path path(file);
  if (path.filename() == "client.json") return FileKind::client_profile;
  Mistakes ignored;
  const std::optional<JsonValue> value = read_json_file(file, ignored);
  if (value) return value->find("orgs") != nullptr ? FileKind::world : FileKind::scenario;
  return path.parent_path().filename() == "worlds" ? FileKind::world : FileKind::scenario;
}

std::vector<std::string> find_json_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (!fs::exists(path)) throw Error("no such file or folder: " + path);
    if (fs::is_directory(path)) {
      add_files_below(path, files);
    } else {
      files.push_back(path);
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

std::vector<Diagnostic> mistakes_in(const std::string& file) {
  switch (kind_of(file)) {
    case FileKind::world:
      return load_world(file).diagnostics;
    case FileKind::scenario:
      return load_scenario(file).diagnostics;
    case FileKind::client_profile:
      return load_client_profile(file).diagnostics;
  }
  return {};
}

}  // namespace gcmock
