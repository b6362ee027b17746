// The fenced blocks of a Markdown page, with what stands around them that says how they are tested.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gcmock::documents {

struct Block {
  int line = 0;          ///< of the opening fence
  std::string language;  ///< "sh"; empty: none
  std::vector<std::string> lines;
  std::string mark;      ///< text of the HTML comment directly above: "not run: needs a browser"
  std::string saved_as;  ///< `path` of "Save it as `path`:" directly above

  std::string text() const;
};

enum class Workplace { empty_folder, repository };

struct BlockPage {
  std::string name;  ///< "docs/tutorial.md"
  Workplace workplace = Workplace::empty_folder;
  std::vector<Block> blocks;
};

/// `<!-- blocks are run in: the repository -->` anywhere on the page chooses its workplace.
BlockPage block_page(const std::string& name, const std::string& markdown);

/// Marks: `not run: WHY`; `needs: PATH`, tried where that is installed; `tested by: FILE`, a test that reads the page;
/// `part of: FILE`, whose lines it shows; `fragment of: scenario rule`, a definition of a schema; `check exits with 2`.
/// What follows `key: ` in the block's mark; empty: the mark is another, or there is none.
std::string marked(const Block& block, const std::string& key);

}  // namespace gcmock::documents
