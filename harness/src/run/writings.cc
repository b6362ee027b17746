#include "run/writings.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

namespace gcmock {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_of_a_file = 1024 * 1024;
constexpr std::size_t most_files = 1000;  // of a client that fills its directory

void search(const std::string& text, const std::string& file, const Redactor& redact, Writings& writings) {
  if (text.empty()) return;
  ++writings.searched;
  std::size_t line = 1;
  std::size_t counted = 0;
  for (FoundCredential& found : redact.find(text)) {
    line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                text.begin() + static_cast<std::ptrdiff_t>(found.hit.at), '\n'));
    counted = found.hit.at;
    writings.found.push_back({std::move(found.credential), file, line, std::move(found.hit.encodings)});
  }
}

bool may_be_read_by_others(const fs::path& file) {
  std::error_code ignored;
  const fs::perms others = fs::perms::group_read | fs::perms::others_read;
  return (fs::status(file, ignored).permissions() & others) != fs::perms::none;
}

// "client.log", "client.log.1", "logs/today.txt".
bool is_a_log_by_name(const fs::path& relative) {
  return std::any_of(relative.begin(), relative.end(), [](const fs::path& part) {
    std::string name = part.string();
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name == "log" || name == "logs" || name.ends_with(".log") || name.find(".log.") != std::string::npos;
  });
}

std::string beginning_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text(most_of_a_file, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return text;
}

// In the order of their names. What cannot be listed is left out: the client may have made it so.
std::vector<fs::path> files_in(const fs::path& directory) {
  std::vector<fs::path> files;
  std::error_code ended;
  for (fs::recursive_directory_iterator entry(directory, fs::directory_options::skip_permission_denied, ended), end;
       !ended && entry != end && files.size() < most_files; entry.increment(ended)) {
    std::error_code unknown;
    if (entry->is_regular_file(unknown) && !entry->is_symlink(unknown)) files.push_back(entry->path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

Writings search_writings(const ClientOutput& output, const std::string& scratch_directory, const Redactor& redact) {
  Writings writings;
  search(output.standard_output, "standard output", redact, writings);
  search(output.standard_error, "standard error", redact, writings);
  if (scratch_directory.empty()) return writings;
  for (const fs::path& file : files_in(scratch_directory)) {
    const fs::path relative = file.lexically_relative(scratch_directory);
    if (!is_a_log_by_name(relative) && !may_be_read_by_others(file)) continue;
    search(beginning_of(file), redact(relative.generic_string()), redact, writings);
  }
  return writings;
}

}  // namespace gcmock
