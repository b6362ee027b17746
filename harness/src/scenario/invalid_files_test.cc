// The text of every diagnostic, approved: fixtures/invalid/*.json beside what a person is told about them.
// GCMOCK_APPROVE=1 rewrites the approved texts; review the diff.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "gcmock/harness/scenario.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

const std::string source_folder = std::string(GCMOCK_SOURCE_DIR) + "/";

std::vector<fs::path> invalid_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(source_folder + "fixtures/invalid")) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".json") && !name.ends_with(".world.json")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The kind of file is the first word of its name.
std::vector<Diagnostic> diagnostics_of(const fs::path& file) {
  const std::string name = file.filename().string();
  if (name.starts_with("world_")) return load_world(file.string()).diagnostics;
  if (name.starts_with("client_")) return load_client_profile(file.string()).diagnostics;
  return load_scenario(file.string()).diagnostics;
}

std::string read(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// As it looks from the repository's root.
std::string without_source_folder(std::string text) {
  for (std::size_t at = text.find(source_folder); at != std::string::npos; at = text.find(source_folder))
    text.erase(at, source_folder.size());
  return text;
}

class ApprovedDiagnostics : public testing::TestWithParam<fs::path> {};

TEST_P(ApprovedDiagnostics, SayWhereWhatAndHowToFix) {
  fs::path approved = GetParam();
  approved.replace_extension(".expected.txt");

  const std::string told = without_source_folder(text_of(diagnostics_of(GetParam())));

  if (std::getenv("GCMOCK_APPROVE") != nullptr) std::ofstream(approved) << told;
  EXPECT_NE(told, "");
  EXPECT_EQ(told, read(approved));
}

INSTANTIATE_TEST_SUITE_P(Each, ApprovedDiagnostics, testing::ValuesIn(invalid_files()),
                         [](const auto& param) { return param.param.stem().string(); });

TEST(InvalidFiles, GiveDiagnosticsThatAreComplete) {
  for (const fs::path& file : invalid_files()) {
    for (const Diagnostic& diagnostic : diagnostics_of(file)) {
      EXPECT_EQ(diagnostic.code.size(), 5U) << file;
      EXPECT_GT(diagnostic.place.line, 0) << file;
      EXPECT_NE(diagnostic.what, "") << file;
    }
  }
}

}  // namespace
}  // namespace gcmock
