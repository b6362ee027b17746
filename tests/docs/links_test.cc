// Links of the pages lead somewhere, and so do the files that their commands name.
#include <gmock/gmock.h>

#include "documents.h"

namespace gcmock::documents {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::Gt;

const fs::path repository = GCMOCK_SOURCE_DIR;

bool makes_its_own_files(const fs::path& page) {
  return page.filename() == "tutorial.md" || page.filename() == "ten-minute-walk.md" ||
         page.parent_path().filename() == "how-to";
}

TEST(Documents, LinksLeadToFilesAndHeadings) {
  std::size_t followed = 0;
  for (const fs::path& page : pages(repository)) {
    for (const Link& link : internal_links(repository, page)) {
      const std::size_t hash = link.target.find('#');
      const std::string file = link.target.substr(0, hash);
      const fs::path target = file.empty() ? page : page.parent_path() / file;
      ++followed;

      EXPECT_TRUE(fs::exists(target)) << link.page << ':' << link.line << ": no such file: " << link.target;
      if (hash == std::string::npos || target.extension() != ".md") continue;
      EXPECT_THAT(anchors(target), Contains(link.target.substr(hash + 1)))
          << link.page << ':' << link.line << ": no such heading: " << link.target;
    }
  }
  EXPECT_THAT(followed, Gt(20U)) << "the reader finds no links";
}

// Pages that are typed in into an empty folder make their own.
TEST(Documents, FilesNamedInCommandsExist) {
  for (const fs::path& page : pages(repository)) {
    if (makes_its_own_files(page)) continue;
    for (const CodeLine& line : gcmock_commands(repository, page)) {
      for (const std::string& word : words_of(line.text)) {
        const bool is_ours =
            word.starts_with("scenarios") || word.starts_with("fixtures/") || word.starts_with("clients/");
        const bool exists = !is_ours || word == "clients/my-app" || fs::exists(repository / word);
        EXPECT_TRUE(exists) << line.page << ':' << line.line << ": no such file: " << word;
      }
    }
  }
}

}  // namespace
}  // namespace gcmock::documents
