// docs/reference is what the program prints; docs/commands.md names every option, and no other.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "cli/command_line.h"
#include "cli/reference_pages.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

const fs::path docs = fs::path(GCMOCK_SOURCE_DIR) / "docs";

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool is_approving() {
  const char* approve = std::getenv("GCMOCK_APPROVE");
  return approve != nullptr && std::string(approve) == "1";
}

class ReferencePage : public testing::TestWithParam<std::string> {};

TEST_P(ReferencePage, ApprovedPageIsWhatTheProgramPrints) {
  const fs::path file = docs / "reference" / (GetParam() + ".md");
  const std::string page = reference_page(GetParam());
  if (is_approving()) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << page;
  }

  EXPECT_TRUE(read(file) == page) << file << " is not what gcmock reference " << GetParam()
                                  << " prints; if the new page is better: ./dev approve";
}

INSTANTIATE_TEST_SUITE_P(Each, ReferencePage, testing::ValuesIn(reference_pages()), [](const auto& page) {
  std::string name = page.param;
  std::erase(name, '-');
  return name;
});

/// Options of each command that does something, by its words: "new world".
using Options = std::map<std::string, std::set<std::string>>;

void collect(const DescribedCommand& command, const std::string& path, Options& options) {
  if (command.commands.empty()) {
    for (const DescribedOption& option : command.options)
      options[path].insert(option.names.begin(), option.names.end());
  }
  for (const DescribedCommand& below : command.commands)
    collect(below, path.empty() ? below.name : path + ' ' + below.name, options);
}

Options options_of_the_program() {
  Options options;
  collect(describe_command_line(), "", options);
  return options;
}

/// "--jobs" and its like that stand in backquotes, and nothing else with them but a value.
std::set<std::string> options_named_in(const std::string& text) {
  static const std::regex option("`(--[a-z][a-z-]*)[^`\n]*`");
  std::set<std::string> named;
  for (std::sregex_iterator each(text.begin(), text.end(), option), end; each != end; ++each)
    named.insert((*each)[1].str());
  return named;
}

TEST(CommandsPage, NamesNoOptionThatThereIsNot) {
  std::set<std::string> known{"--help", "--version"};
  for (const auto& [command, options] : options_of_the_program()) known.insert(options.begin(), options.end());

  for (const std::string& option : options_named_in(read(docs / "commands.md")))
    EXPECT_TRUE(known.contains(option)) << "docs/commands.md names " << option << ", which no command has";
}

/// What stands below the heading `## name`; empty: there is none.
std::string section(const std::string& page, const std::string& name) {
  const std::size_t begin = page.find("\n## " + name + "\n");
  return begin == std::string::npos ? "" : page.substr(begin, page.find("\n## ", begin + 1) - begin);
}

TEST(CommandsPage, NamesEachOptionInItsCommandsSection) {
  const std::string page = read(docs / "commands.md");

  for (const auto& [command, options] : options_of_the_program()) {
    std::string text = section(page, command);
    if (text.empty()) text = section(page, command.substr(0, command.find(' ')));
    if (text.empty()) text = section(page, "completion and man");
    ASSERT_NE(text, "") << "docs/commands.md has no section for " << command;
    text += section(page, "run");  // what other commands share with it is told there
    for (const std::string& option : options) {
      if (!option.starts_with("--")) continue;
      EXPECT_NE(text.find(option), std::string::npos)
          << "docs/commands.md does not name " << option << " of gcmock " << command;
    }
  }
}

}  // namespace
}  // namespace gcmock
