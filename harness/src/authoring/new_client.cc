#include "authoring/new_client.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "gcmock/error.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

// A profile of an example has the example's name, and its way to the schema.
std::string own_profile(const ClientTemplate& example, const std::string& path, const std::string& name) {
  std::string text;
  std::size_t begin = 0;
  while (begin < example.text.size()) {
    const std::size_t end = std::min(example.text.find('\n', begin), example.text.size() - 1) + 1;
    const std::string_view line = example.text.substr(begin, end - begin);
    if (line.find("\"$schema\"") != std::string_view::npos)
      text += schema_line(path, "client");
    else if (line.find("\"name\"") != std::string_view::npos)
      text += "  \"name\": \"" + name + "\",\n";
    else
      text += line;
    begin = end;
  }
  return text;
}

}  // namespace

std::vector<std::string> client_languages() {
  std::set<std::string> languages;
  for (const ClientTemplate& each : client_templates()) languages.emplace(each.language);
  return {languages.begin(), languages.end()};
}

std::vector<NewFile> new_client(const NewClient& client) {
  const std::string name =
      std::filesystem::path(client.folder + "/").lexically_normal().parent_path().filename().string();
  std::vector<NewFile> files;
  for (const ClientTemplate& each : client_templates()) {
    if (each.language != client.language) continue;
    const std::string path = client.folder + "/" + std::string(each.file);
    files.push_back({path, each.file == "client.json" ? own_profile(each, path, name) : std::string(each.text)});
  }
  if (files.empty())
    throw Error("there is no adapter in " + client.language + "; " +
                suggest(client.language, client_languages(), "there is none"));
  return files;
}

}  // namespace gcmock
