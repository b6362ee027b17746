// Every block of every page for users is tried, or says why not: commands are typed in, what they show is what comes,
// files load, fragments are of the schema.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "page_run.h"

namespace gcmock::documents {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const fs::path repository = GCMOCK_SOURCE_DIR;
const fs::path folder = fs::path(GCMOCK_BINARY_DIR) / "pages";

std::vector<std::string> names_of_pages() {
  std::vector<std::string> names{"README.md", "clients/README.md"};
  for (const auto& each : fs::recursive_directory_iterator(repository / "docs")) {
    if (each.path().extension() == ".md") names.push_back(each.path().lexically_relative(repository).generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

BlockPage page_named(const std::string& name) {
  std::ifstream in(repository / name, std::ios::binary);
  return block_page(name, {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
}

// Those whose blocks are all generated or marked have nothing to be tried.
std::vector<std::string> names_of_pages_with_blocks() {
  std::vector<std::string> names = names_of_pages();
  std::erase_if(names, [](const std::string& name) {
    return name.starts_with("docs/reference/") || page_named(name).blocks.empty();
  });
  return names;
}

class Page : public testing::TestWithParam<std::string> {};

TEST_P(Page, WorksAsItIsWritten) {
  if (std::system("command -v node >/dev/null && (/usr/bin/python3 -c 'import yaml' || python3 -c 'import yaml') "
                  "2>/dev/null") != 0)
    GTEST_SKIP() << "node, or PyYAML of Python, is not installed";
  std::string below = GetParam();
  std::replace(below.begin(), below.end(), '/', '_');

  EXPECT_THAT(try_page(page_named(GetParam()), folder / below), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Each, Page, testing::ValuesIn(names_of_pages_with_blocks()), [](const auto& page) {
  std::string name = page.param.substr(0, page.param.size() - 3);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

TEST(Pages, SayOfFewBlocksThatTheyAreNotRun) {
  std::size_t blocks = 0;
  std::string marks;
  std::vector<std::string> untried;
  for (const std::string& name : names_of_pages_with_blocks()) {
    const BlockPage page = page_named(name);
    for (std::size_t number = 0; number < page.blocks.size(); ++number) {
      ++blocks;
      const Block& block = page.blocks[number];
      const std::string place = name + ":" + std::to_string(block.line) + ": ";
      if (const std::string why = marked(block, "not run"); !why.empty()) marks += place + why + '\n';
      if (const std::string why = why_untried(page, number); !why.empty()) untried.push_back(place + why);
    }
  }
  const auto marked_blocks = std::count(marks.begin(), marks.end(), '\n');

  EXPECT_THAT(untried, IsEmpty());
  EXPECT_LE(marked_blocks, 15) << "mark few; try the others:\n" << marks;
  EXPECT_GE(blocks, 100U) << "the reader finds no blocks";
  std::cout << blocks << " blocks, of which " << marked_blocks << " are marked:\n" << marks;
}

std::vector<std::string> complaints_about(const std::string& markdown) {
  const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
  return try_page(block_page("page.md", markdown), folder / name);
}

TEST(TryingAPage, FindsACommandThatFails) {
  EXPECT_THAT(complaints_about("```sh\nfalse\n```\n"), ElementsAre(HasSubstr("page.md:1: exit code 1")));
}

TEST(TryingAPage, FindsAnExitCodeThatIsNotTheToldOne) {
  EXPECT_THAT(complaints_about("```sh\ntrue # exits with 2\n```\n"), ElementsAre(HasSubstr("the exit code was 0")));
}

TEST(TryingAPage, FindsOutputThatDoesNotCome) {
  EXPECT_THAT(complaints_about("```sh\necho one\n```\n```text\ntwo\n```\n"), ElementsAre(HasSubstr("shows \"two\"")));
}

TEST(TryingAPage, FindsOutputInAnotherOrder) {
  EXPECT_THAT(complaints_about("```sh\nprintf 'a\\nb\\n'\n```\n```text\nb\na\n```\n"),
              ElementsAre(HasSubstr("shows \"a\"")));
}

TEST(TryingAPage, TakesThreeDotsForWhatIsLeftOut) {
  EXPECT_THAT(complaints_about("```sh\necho one 17 ms two\n```\n```text\none … two\n```\n"), IsEmpty());
}

TEST(TryingAPage, FindsAFileWithAMistake) {
  EXPECT_THAT(
      complaints_about(
          "Save it as `world.json`:\n\n```jsonc\n{ \"orgs\": { \"north\": { \"statuz\": \"active\" } } }\n```\n"),
      ElementsAre(HasSubstr("did you mean \"status\"?")));
}

TEST(TryingAPage, FindsJsonThatIsNoFileAndNoFragment) {
  EXPECT_THAT(complaints_about("```json\n{}\n```\n"), ElementsAre(HasSubstr("no test tries it")));
}

TEST(TryingAPage, FindsAFragmentThatTheSchemaDoesNotKnow) {
  EXPECT_THAT(complaints_about("<!-- fragment of: scenario rule -->\n```json\n{ \"when\": {}, \"stage\": \"never\", "
                               "\"do\": { \"cut\": \"before_headers\" } }\n```\n"),
              ElementsAre(HasSubstr("page.md:2")));
  EXPECT_THAT(complaints_about("<!-- fragment of: scenario rule -->\n```json\n{ \"when\": {}, \"stage\": "
                               "\"after_settling\", \"do\": { \"cut\": \"before_headers\" } }\n```\n"),
              IsEmpty());
}

TEST(TryingAPage, FindsYamlThatIsNone) {
  EXPECT_THAT(complaints_about("```yaml\na: [b\n```\n"), ElementsAre(HasSubstr("this is no YAML")));
}

TEST(TryingAPage, RunsTheCommandsInYamlAndGroovy) {
  EXPECT_THAT(complaints_about("```yaml\njob:\n  script:\n    - gcmock run nowhere\n```\n"),
              ElementsAre(HasSubstr("gcmock run nowhere\nexits with")));
  EXPECT_THAT(complaints_about("```groovy\nsteps { sh 'gcmock list nowhere' }\n```\n"),
              ElementsAre(HasSubstr("gcmock list nowhere\nexits with")));
}

TEST(TryingAPage, FindsWhatIsNoPartOfItsFile) {
  EXPECT_THAT(complaints_about("<!-- part of: dev -->\n```text\nnot there at all\n```\n"),
              ElementsAre(HasSubstr("dev has no line")));
}

TEST(TryingAPage, FindsATestThatDoesNotReadThePage) {
  EXPECT_THAT(complaints_about("<!-- tested by: tests/docs/CMakeLists.txt -->\n```jsonc\n{}\n```\n"),
              ElementsAre(HasSubstr("does not read page.md")));
}

TEST(TryingAPage, FindsABlockInALanguageThatNobodyRuns) {
  EXPECT_THAT(complaints_about("```\nwhat is this\n```\n"), ElementsAre(HasSubstr("no test tries it")));
}

TEST(TryingAPage, LetsBeWhatSaysWhyItIsNotRun) {
  EXPECT_THAT(complaints_about("<!-- not run: needs a browser -->\n```sh\nfalse\n```\n"), IsEmpty());
}

}  // namespace
}  // namespace gcmock::documents
