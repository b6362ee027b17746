// The text of every doubt, approved: fixtures/doubtful/*.json beside what a person is told about them.
// GCMOCK_APPROVE=1 rewrites the approved texts; review the diff.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "scenario/scenario_loader.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

const std::string source_folder = std::string(GCMOCK_SOURCE_DIR) + "/";
constexpr auto today = 2026y / 11 / 27;

std::vector<fs::path> doubtful_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(source_folder + "fixtures/doubtful")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

ReadScenario read(const fs::path& file) {
  return read_scenario(parse_file(file.string()), {{}, today}, [](const std::string& world) {
    return std::make_shared<const WorldOnShelf>(load_world_for_shelf(parse_file(world), {}));
  });
}

/// As it looks from the repository's root.
std::string text_of(const ReadScenario& read) {
  std::string text;
  for (const FileFinding& finding : read.findings) text += to_string(finding);
  for (std::size_t at = text.find(source_folder); at != std::string::npos; at = text.find(source_folder))
    text.erase(at, source_folder.size());
  return text;
}

std::string approved(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

class ApprovedDoubts : public testing::TestWithParam<fs::path> {};

TEST_P(ApprovedDoubts, SayWhereWhatAndHowToFix) {
  fs::path expected = GetParam();
  expected.replace_extension(".expected.txt");

  const ReadScenario told = read(GetParam());

  if (std::getenv("GCMOCK_APPROVE") != nullptr) std::ofstream(expected) << text_of(told);
  EXPECT_TRUE(told.scenario.has_value()) << "a doubt keeps nobody from running the scenario";
  EXPECT_NE(text_of(told), "");
  EXPECT_EQ(text_of(told), approved(expected));
}

INSTANTIATE_TEST_SUITE_P(Each, ApprovedDoubts, testing::ValuesIn(doubtful_files()),
                         [](const auto& param) { return param.param.stem().string(); });

}  // namespace
}  // namespace gcmock
