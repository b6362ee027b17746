// Reads the type definitions of headers.
#include "type_names.h"

#include <algorithm>
#include <fstream>
#include <regex>

namespace gcmock::architecture {
namespace {

namespace fs = std::filesystem;

void read_types(const fs::path& header, const std::string& name,
                std::map<std::string, std::vector<std::string>>& types) {
  static const std::regex definition(R"(^(?:struct|class|enum class|enum) (\w+)(?: final)?(?: :[^;]*)? \{.*)");
  std::ifstream in(header);
  std::smatch match;
  for (std::string line; std::getline(in, line);) {
    if (std::regex_match(line, match, definition)) types[match[1]].push_back(name);
  }
}

}  // namespace

std::map<std::string, std::vector<std::string>> headers_by_type(const fs::path& root) {
  std::map<std::string, std::vector<std::string>> types;
  for (const char* tree : {"mock_server", "harness"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / tree)) {
      if (entry.path().extension() != ".h") continue;
      read_types(entry.path(), fs::relative(entry.path(), root).generic_string(), types);
    }
  }
  return types;
}

std::vector<std::string> types_defined_twice(const fs::path& root) {
  auto types = headers_by_type(root);
  std::vector<std::string> twice;
  for (auto& [name, headers] : types) {
    if (headers.size() < 2) continue;
    std::sort(headers.begin(), headers.end());
    std::string text = name + ":";
    for (const std::string& header : headers) text += " " + header;
    twice.push_back(text);
  }
  return twice;
}

}  // namespace gcmock::architecture
