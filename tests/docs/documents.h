// The repository's Markdown pages, as far as tests want to know them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gcmock::documents {

struct Link {
  std::string page;  ///< relative to the root
  int line = 0;
  std::string target;  ///< "docs/formats.md#world", "#exit-codes"
};

struct CodeLine {
  std::string page;
  int line = 0;
  std::string text;  ///< without a comment at its end
};

/// Pages that belong to the repository: not what was built or installed.
std::vector<std::filesystem::path> pages(const std::filesystem::path& root);

/// Links to files and headings; those to other sites are left out, and so is what stands in code.
std::vector<Link> internal_links(const std::filesystem::path& root, const std::filesystem::path& page);

/// Commands of ```sh blocks that start with `gcmock `, over lines that end in a backslash.
std::vector<CodeLine> gcmock_commands(const std::filesystem::path& root, const std::filesystem::path& page);

/// The text of each fenced block in this language: "jsonc".
std::vector<std::string> code_blocks(const std::filesystem::path& page, const std::string& language);

/// The anchors of a page's headings, as GitHub makes them: "exit-codes".
std::vector<std::string> anchors(const std::filesystem::path& page);

/// A command line as a shell would split it: blanks, and single or double quotes.
std::vector<std::string> words_of(const std::string& command);

}  // namespace gcmock::documents
