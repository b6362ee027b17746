// The repository's Markdown pages, as far as tests want to know them.
#include "documents.h"

#include <algorithm>
#include <cctype>
#include <fstream>

namespace gcmock::documents {
namespace {

namespace fs = std::filesystem;

bool is_left_out(const std::string& folder) {
  return folder == "node_modules" || folder == "build" || folder.starts_with("build-") || folder.starts_with('.');
}

std::vector<std::string> lines_of(const fs::path& page) {
  std::vector<std::string> lines;
  std::ifstream in(page);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool is_fence(const std::string& line) {
  return line.find_first_not_of(' ') == line.find("```") && line.find("```") != std::string::npos;
}

/// The line with `code` spans blanked out: what stands in them is no link.
std::string without_code(std::string line) {
  bool inside = false;
  for (char& c : line) {
    if (c == '`') inside = !inside;
    if (inside || c == '`') c = ' ';
  }
  return line;
}

void add_links_of(const std::string& line, const std::string& page, int number, std::vector<Link>& links) {
  for (std::size_t at = line.find("]("); at != std::string::npos; at = line.find("](", at + 1)) {
    const std::size_t end = line.find(')', at);
    if (end == std::string::npos) return;
    const std::string target = line.substr(at + 2, end - at - 2);
    if (target.find("://") == std::string::npos && !target.starts_with("mailto:"))
      links.push_back({page, number, target});
  }
}

/// Without a comment, and without what the shell does with the command's output.
std::string command_in(const std::string& line) {
  std::string text = line;
  for (const char* end : {" #", " >", " 2>", " |", " \\"}) text = text.substr(0, text.find(end));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

}  // namespace

std::vector<fs::path> pages(const fs::path& root) {
  std::vector<fs::path> found;
  for (auto each = fs::recursive_directory_iterator(root); each != fs::recursive_directory_iterator(); ++each) {
    if (each->is_directory() && is_left_out(each->path().filename().string())) each.disable_recursion_pending();
    if (each->is_regular_file() && each->path().extension() == ".md") found.push_back(each->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Link> internal_links(const fs::path& root, const fs::path& page) {
  std::vector<Link> links;
  const std::string name = page.lexically_relative(root).generic_string();
  bool in_code = false;
  int number = 0;
  for (const std::string& line : lines_of(page)) {
    ++number;
    if (is_fence(line)) in_code = !in_code;
    if (!in_code) add_links_of(without_code(line), name, number, links);
  }
  return links;
}

std::vector<CodeLine> gcmock_commands(const fs::path& root, const fs::path& page) {
  std::vector<CodeLine> commands;
  const std::string name = page.lexically_relative(root).generic_string();
  bool in_shell = false, goes_on = false;
  int number = 0;
  for (const std::string& line : lines_of(page)) {
    ++number;
    if (is_fence(line)) {
      in_shell = !in_shell && line.find("```sh") != std::string::npos;
    } else if (in_shell && line.starts_with("gcmock ")) {
      commands.push_back({name, number, command_in(line)});
      goes_on = line.ends_with('\\');
    } else if (goes_on) {
      commands.back().text += ' ' + command_in(line);
      goes_on = line.ends_with('\\');
    }
  }
  return commands;
}

std::vector<std::string> code_blocks(const fs::path& page, const std::string& language) {
  std::vector<std::string> blocks;
  bool in_code = false, wanted = false;
  for (const std::string& line : lines_of(page)) {
    if (is_fence(line)) {
      in_code = !in_code;
      wanted = in_code && line.ends_with("```" + language);
      if (wanted) blocks.emplace_back();
    } else if (wanted) {
      blocks.back() += line + '\n';
    }
  }
  return blocks;
}

std::vector<std::string> anchors(const fs::path& page) {
  std::vector<std::string> result;
  bool in_code = false;
  for (const std::string& line : lines_of(page)) {
    if (is_fence(line)) in_code = !in_code;
    if (in_code || !line.starts_with('#')) continue;
    std::string anchor;
    for (const char c : line.substr(std::min(line.find_first_not_of("# "), line.size()))) {
      if (c == ' ') anchor += '-';
      if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_') {
        anchor += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      }
    }
    result.push_back(anchor);
  }
  return result;
}

std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words;
  std::string word;
  bool started = false;
  char quote = 0;
  for (const char c : command) {
    if (quote != 0 ? c == quote : c == '\'' || c == '"') {
      quote = quote == 0 ? c : '\0';
      started = true;
    } else if (c == ' ' && quote == 0) {
      if (started) words.push_back(word);
      word.clear();
      started = false;
    } else {
      word += c;
      started = true;
    }
  }
  if (started) words.push_back(word);
  return words;
}

}  // namespace gcmock::documents
