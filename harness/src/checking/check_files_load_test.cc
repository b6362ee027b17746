// How fast many files are checked. The bound is far above what is seen: it is there for what grows with the square.
#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "checking/check_files.h"
#include "checking/file_kind.h"
#include "checking/finding_forms.h"
#include "gcmock/harness/scenario.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr double slowdown = 10;
#else
constexpr double slowdown = 1;
#endif

std::string read(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The shipped scenarios over and over, until there are so many; their worlds where they look for them.
void write_copies(const TestFolder& folder, std::size_t files) {
  const fs::path source = GCMOCK_SOURCE_DIR;
  fs::copy(source / "fixtures/worlds", fs::path(folder.path()) / "fixtures/worlds", fs::copy_options::recursive);
  const std::vector<std::string> shipped = find_scenario_files({(source / "scenarios").string()});
  for (std::size_t i = 0; i < files; ++i) {
    const std::string& file = shipped[i % shipped.size()];
    const std::string below = fs::path(file).lexically_relative(source / "scenarios").string();
    folder.write("scenarios/copy" + std::to_string(i / shipped.size()) + "_" + below, read(file));
  }
}

TEST(CheckFilesLoad, TakesLessThanTwoSecondsOfAProcessorForThousandFiles) {
  const TestFolder folder;
  fs::create_directories(fs::path(folder.path()) / "fixtures");
  write_copies(folder, 1000);

  const auto start = std::chrono::steady_clock::now();
  const std::clock_t busy = std::clock();
  const std::vector<std::string> files = find_json_files({folder.path()});
  const std::vector<FileFinding> findings = check_files(files, {std::nullopt, 2});
  const double seconds = static_cast<double>(std::clock() - busy) / CLOCKS_PER_SEC;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;

  std::cout << files.size() << " files in " << took.count() << " s, " << seconds
            << " s of a processor: " << static_cast<int>(static_cast<double>(files.size()) / took.count())
            << " files a second\n";
  EXPECT_GE(files.size(), 1000U);
  EXPECT_EQ(count_mistakes(findings), 0U);
  EXPECT_LT(seconds, 2.0 * slowdown);
}

}  // namespace
}  // namespace gcmock
