#include "authoring/new_file.h"

#include <filesystem>
#include <fstream>

#include "gcmock/error.h"

namespace gcmock {

namespace fs = std::filesystem;

void write_new_files(const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    if (fs::exists(file.path)) throw Error(file.path + " is there already; nothing was written");
  }
  for (const NewFile& file : files) {
    if (const fs::path folder = fs::path(file.path).parent_path(); !folder.empty()) fs::create_directories(folder);
    std::ofstream out(file.path, std::ios::binary);
    if (!(out << file.text << std::flush)) throw Error("cannot write " + file.path);
  }
}

std::string schema_line(const std::string& path, const std::string& schema) {
  const fs::path folder = fs::absolute(path).lexically_normal().parent_path();
  for (fs::path above = folder;; above = above.parent_path()) {
    const fs::path found = above / "scenarios/schema" / (schema + ".schema.json");
    if (fs::exists(found)) return "  \"$schema\": \"" + found.lexically_relative(folder).generic_string() + "\",\n";
    if (above == above.root_path()) return "";
  }
}

}  // namespace gcmock
