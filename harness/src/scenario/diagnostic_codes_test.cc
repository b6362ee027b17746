// The page about diagnostics and the approved texts know every code that the loader tells, and no other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace gcmock {
namespace {

namespace fs = std::filesystem;

const std::string source_folder = GCMOCK_SOURCE_DIR;

std::string read(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::set<std::string> codes_in(const std::string& text, const std::string& pattern) {
  const std::regex code(pattern);
  std::set<std::string> codes;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), code); it != std::sregex_iterator(); ++it)
    codes.insert((*it)[1]);
  return codes;
}

std::set<std::string> codes_told() {
  std::set<std::string> codes;
  for (const char* layer : {"scenario", "contract", "checking"}) {
    for (const auto& entry : fs::directory_iterator(source_folder + "/harness/src/" + layer)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".cc") && !name.ends_with("_test.cc") && name != "diagnostic_pages.cc")
        codes.merge(codes_in(read(entry.path()), "\"(GC[0-9]{3})\""));
    }
  }
  return codes;
}

std::string approved_texts() {
  std::string texts;
  for (const char* folder : {"/fixtures/invalid", "/fixtures/doubtful"}) {
    for (const auto& entry : fs::directory_iterator(source_folder + folder)) {
      if (entry.path().extension() == ".txt") texts += read(entry.path());
    }
  }
  return texts;
}

/// Told of a file that cannot be read, of the vendor's description, and of files together: none of them could stand
/// among the fixtures.
const std::set<std::string> codes_without_a_fixture = {"GC101", "GC102", "GC501", "GC610"};

TEST(DiagnosticCodes, AreAllOnTheirPageAndNoOther) {
  EXPECT_EQ(codes_in(read(source_folder + "/docs/diagnostics.md"), R"(\n\| (GC[0-9]{3}) \|)"), codes_told());
}

TEST(DiagnosticCodes, EachHaveAFixture) {
  std::set<std::string> shown = codes_in(approved_texts(), R"((?:error|warning)\[(GC[0-9]{3})\])");
  shown.insert(codes_without_a_fixture.begin(), codes_without_a_fixture.end());

  EXPECT_EQ(shown, codes_told());
}

TEST(DiagnosticCodes, HaveExamplesThatAreReallyTold) {
  const std::string page = read(source_folder + "/docs/diagnostics.md");
  const std::string approved = approved_texts();
  const std::regex row(R"(\n\| (GC[0-9]{3}) \| [^|]* \| `([^`|]*)` \|)");

  int rows = 0;
  for (auto it = std::sregex_iterator(page.begin(), page.end(), row); it != std::sregex_iterator(); ++it, ++rows) {
    if (codes_without_a_fixture.contains((*it)[1])) continue;
    EXPECT_NE(approved.find("[" + (*it)[1].str() + "]: " + (*it)[2].str()), std::string::npos) << (*it)[0];
  }

  EXPECT_EQ(rows, static_cast<int>(codes_told().size()));
}

}  // namespace
}  // namespace gcmock
