// What the pages say is so: links lead somewhere, commands are understood, the developers' commands are listed.
#include "documents.h"

#include <gmock/gmock.h>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "cli/command_line.h"
#include "gcmock/harness/scenario.h"

namespace gcmock::documents {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::Gt;
using testing::HasSubstr;

const fs::path repository = GCMOCK_SOURCE_DIR;

TEST(Documents, CommandsInCodeBlocksAreUnderstood) {
  std::size_t read = 0;
  for (const fs::path& page : pages(repository)) {
    for (const CodeLine& line : gcmock_commands(repository, page)) {
      std::vector<std::string> words = words_of(line.text);
      words.erase(words.begin());
      ++read;

      const Command command = parse_command_line(words);

      const auto* said = std::get_if<SayCommand>(&command);
      EXPECT_TRUE(said == nullptr || said->exit_code == 0) << line.page << ':' << line.line << ": " << said->text;
    }
  }
  EXPECT_THAT(read, Gt(15U)) << "the reader finds no commands";
}

TEST(Documents, ScenarioOfTheReadmeHasNoMistakes) {
  const std::vector<std::string> blocks = code_blocks(repository / "README.md", "jsonc");
  ASSERT_EQ(blocks.size(), 1U);
  std::string text = blocks[0];
  const std::size_t at = text.find("../../");
  ASSERT_NE(at, std::string::npos) << "the sample names its world as a file of scenarios/x/ would";
  text.replace(at, 6, repository.string() + '/');
  const fs::path file = fs::path(GCMOCK_BINARY_DIR) / "readme_sample.json";
  std::ofstream(file) << text;

  const LoadedScenario loaded = load_scenario(file.string());

  EXPECT_THAT(loaded.diagnostics, testing::IsEmpty());
}

TEST(Documents, ReaderKnowsLinksFromCode) {
  const fs::path page = fs::path(GCMOCK_BINARY_DIR) / "documents_test_page.md";
  std::ofstream(page) << "# A heading, with: marks\n[one](a.md#b) `[no](link)` [two](#c) [far](https://example.com)\n"
                         "```sh\n[no](link)\ngcmock run a --filter 'b c'   # why\n```\n";

  std::vector<std::string> targets;
  for (const Link& link : internal_links(page.parent_path(), page)) targets.push_back(link.target);
  const auto commands = gcmock_commands(page.parent_path(), page);

  EXPECT_THAT(targets, ElementsAre("a.md#b", "#c"));
  EXPECT_THAT(anchors(page), ElementsAre("a-heading-with-marks"));
  ASSERT_EQ(commands.size(), 1U);
  EXPECT_THAT(words_of(commands[0].text), ElementsAre("gcmock", "run", "a", "--filter", "b c"));
}

struct Ran {
  std::string output;
  int exit_code = -1;
};

Ran run(const std::string& command) {
  Ran ran;
  FILE* pipe = ::popen(("cd '" + repository.string() + "' && " + command + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    ran.output.append(buffer.data(), got);
  const int status = ::pclose(pipe);
  ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

TEST(DevScript, ListsItsWords) {
  const Ran ran = run("./dev");

  EXPECT_EQ(ran.exit_code, 0) << ran.output;
  for (const char* word : {"demo", "test", "clients", "findings", "sanitize", "bench", "setup", "build", "format",
                           "tidy", "approve", "clean"}) {
    EXPECT_THAT(ran.output, HasSubstr(std::string("\n  ") + word + ' ')) << "./dev does not list it";
  }
}

TEST(DevScript, RefusesAWordThatItDoesNotKnow) {
  const Ran ran = run("./dev demmo");

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.output, HasSubstr("no such word: demmo"));
}

}  // namespace
}  // namespace gcmock::documents
