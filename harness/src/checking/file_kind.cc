// What a JSON file that a person wrote is.
#include "checking/file_kind.h"

#include <algorithm>
#include <filesystem>

#include "gcmock/error.h"

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

FileKind kind_of(const ParsedFile& parsed) {
  const fs::path path(parsed.file);
  if (path.filename() == "client.json") return FileKind::client_profile;
  if (parsed.json && parsed.json->find("orgs") != nullptr) return FileKind::world;
  if (parsed.json) return parsed.json->find("driver") != nullptr ? FileKind::client_profile : FileKind::scenario;
  return path.parent_path().filename() == "worlds" ? FileKind::world : FileKind::scenario;
}

FileKind kind_of(const std::string& file) {
  return kind_of(parse_file(file));
}

std::vector<std::string> find_json_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (!fs::exists(path)) throw Error("no such file or folder: " + path);
    if (fs::is_directory(path)) {
      add_files_below(fs::path(path).lexically_normal(), files);
    } else {
      files.push_back(fs::path(path).lexically_normal().string());
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

}  // namespace gcmock
