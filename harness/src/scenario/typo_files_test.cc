// fixtures/typos: files with one mistake each that people make while they type. The first line of each says at which
// line it must be told, and what must be said to help.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "gcmock/harness/scenario.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

struct Typo {
  std::string file;
  int line = 0;
  std::string help;
};

std::vector<Typo> typos() {
  std::vector<Typo> typos;
  const std::regex wanted(R"(// line ([0-9]+): (.+))");
  for (const auto& entry : fs::directory_iterator(std::string(GCMOCK_SOURCE_DIR) + "/fixtures/typos")) {
    std::ifstream stream(entry.path());
    std::string first;
    std::getline(stream, first);
    std::smatch match;
    if (std::regex_match(first, match, wanted)) typos.push_back({entry.path().string(), std::stoi(match[1]), match[2]});
    EXPECT_FALSE(match.empty()) << entry.path() << " does not say what is wanted of it";
  }
  std::ranges::sort(typos, {}, &Typo::file);
  return typos;
}

std::vector<Diagnostic> diagnostics_of(const std::string& file) {
  const std::string name = fs::path(file).filename().string();
  if (name.starts_with("world_")) return load_world(file).diagnostics;
  if (name.starts_with("client_")) return load_client_profile(file).diagnostics;
  return load_scenario(file).diagnostics;
}

bool is_told_at(const std::vector<Diagnostic>& diagnostics, const Typo& typo) {
  return std::ranges::any_of(diagnostics, [&](const Diagnostic& each) { return each.place.line == typo.line; });
}

bool is_helped(const std::vector<Diagnostic>& diagnostics, const Typo& typo) {
  return std::ranges::any_of(diagnostics, [&](const Diagnostic& each) {
    return each.place.line == typo.line && each.fix.find(typo.help) != std::string::npos;
  });
}

TEST(TypoFiles, AreAllFoundOnTheirLine) {
  const std::vector<Typo> all = typos();

  EXPECT_GE(all.size(), 60U);
  for (const Typo& typo : all) {
    const std::vector<Diagnostic> told = diagnostics_of(typo.file);
    EXPECT_TRUE(is_told_at(told, typo)) << typo.file << " line " << typo.line << '\n' << text_of(told);
  }
}

TEST(TypoFiles, AreHelpedInTheRightWay) {
  const std::vector<Typo> all = typos();
  std::string unhelped;

  std::size_t helped = 0;
  for (const Typo& typo : all) {
    const std::vector<Diagnostic> told = diagnostics_of(typo.file);
    if (is_helped(told, typo)) {
      ++helped;
    } else {
      unhelped += typo.file + ": " + typo.help + '\n' + text_of(told);
    }
  }

  EXPECT_GE(helped * 60, all.size() * 55) << unhelped;
}

/// What would be told first must be the typo: whoever reads from the top must not be led astray.
TEST(TypoFiles, AreToldOfBeforeAnythingElse) {
  for (const Typo& typo : typos()) {
    const std::vector<Diagnostic> told = diagnostics_of(typo.file);
    ASSERT_FALSE(told.empty()) << typo.file;
    EXPECT_LE(told.size(), 2U) << typo.file << '\n' << text_of(told);
  }
}

}  // namespace
}  // namespace gcmock
