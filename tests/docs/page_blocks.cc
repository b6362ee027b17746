#include "page_blocks.h"

#include <sstream>

namespace gcmock::documents {
namespace {

constexpr std::string_view comment_begin = "<!-- ", comment_end = " -->";

std::string comment_in(const std::string& line) {
  if (!line.starts_with(comment_begin) || !line.ends_with(comment_end)) return "";
  return line.substr(comment_begin.size(), line.size() - comment_begin.size() - comment_end.size());
}

// "Save it as `scenarios/x.json`:" gives the path.
std::string path_saved_as(const std::string& line) {
  if (line.find("Save ") == std::string::npos || !line.ends_with("`:")) return "";
  const std::size_t open = line.rfind('`', line.size() - 3);
  return open == std::string::npos ? "" : line.substr(open + 1, line.size() - 3 - open);
}

}  // namespace

std::string Block::text() const {
  std::string whole;
  for (const std::string& each : lines) whole += each + '\n';
  return whole;
}

BlockPage block_page(const std::string& name, const std::string& markdown) {
  BlockPage page{name, Workplace::empty_folder, {}};
  std::istringstream in(markdown);
  bool is_inside = false;
  std::string above;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line == "<!-- blocks are run in: the repository -->") page.workplace = Workplace::repository;
    if (line.starts_with("```")) {
      is_inside = !is_inside;
      if (is_inside) page.blocks.push_back({number, line.substr(3), {}, comment_in(above), path_saved_as(above)});
      above.clear();
    } else if (is_inside) {
      page.blocks.back().lines.push_back(line);
    } else if (!line.empty()) {
      above = line;
    }
  }
  return page;
}

std::string marked(const Block& block, const std::string& key) {
  const std::string start = key + ": ";
  return block.mark.starts_with(start) ? block.mark.substr(start.size()) : "";
}

}  // namespace gcmock::documents
