// Files that `gcmock new` writes: as text, before anything is written.
#pragma once

#include <string>
#include <vector>

namespace gcmock {

struct NewFile {
  std::string path;
  std::string text;
};

/// Writes them all, with the folders that they are in. Throws Error, before the first is written, where one is there
/// already: nothing is ever overwritten.
void write_new_files(const std::vector<NewFile>& files);

/// `"$schema": "../schema/scenario.schema.json",` and a newline, indented, for a file at `path`: where a folder above
/// it holds the schemas of gcmock. Else empty, and an editor completes nothing.
std::string schema_line(const std::string& path, const std::string& schema);

}  // namespace gcmock
