// Whatever stands in a file, the loader neither breaks nor shows a credential, and what it tells can be found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "gcmock/harness/scenario.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string read(const std::string& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Positions at which a token of JSON starts.
std::vector<std::size_t> token_starts(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (std::string_view("{}[],:\"").find(text[at]) != std::string_view::npos) starts.push_back(at);
  }
  return starts;
}

/// The text with a few tokens replaced, doubled or taken out.
std::string mutated(std::string text, std::mt19937& random) {
  const std::vector<std::string> pieces = {"{",  "}",    "[",    "]",        ",",    ":",      "\"",           "null",
                                           "-1", "1e99", "true", "\"acme\"", "\"\"", "\"x\":", "\"orgs\": {}", "//",
                                           "/*", "\xFF"};
  for (unsigned changes = 1 + random() % 3; changes > 0; --changes) {
    const std::vector<std::size_t> starts = token_starts(text);
    if (starts.empty()) return text;
    const std::size_t at = starts[random() % starts.size()];
    const std::size_t length = random() % 3 == 0 ? random() % 12 : random() % 2;
    text.replace(at, std::min(length, text.size() - at), random() % 3 == 0 ? "" : pieces[random() % pieces.size()]);
  }
  return text;
}

void expect_sound(const std::vector<Diagnostic>& diagnostics, const std::string& text) {
  for (const Diagnostic& diagnostic : diagnostics) {
    EXPECT_FALSE(diagnostic.what.empty() || diagnostic.code.empty());
    EXPECT_GT(diagnostic.place.line, 0) << text;
    EXPECT_GE(diagnostic.length, 1) << text;
    EXPECT_THAT(to_string(diagnostic), Not(HasSubstr("hush-hush"))) << text;
  }
}

class MutatedFiles : public testing::TestWithParam<unsigned> {};

TEST_P(MutatedFiles, AreLoadedOrTold) {
  const std::string source = GCMOCK_SOURCE_DIR;
  std::string world = read(source + "/fixtures/worlds/rotating_refresh_tokens.json");
  world.insert(world.find("\"name\": \"Acme desk tool\""), "\"secret\": \"hush-hush\", ");
  const std::string scenario = read(source + "/scenarios/rotation/reuse_revokes_the_family.json");
  const TestFolder folder;
  std::mt19937 random(GetParam());

  for (int round = 0; round < 120; ++round) {
    folder.write("fixtures/worlds/rotating_refresh_tokens.json", random() % 2 == 0 ? world : mutated(world, random));
    const std::string text = random() % 3 == 0 ? scenario : mutated(scenario, random);
    const LoadedScenario loaded = load_scenario(folder.write("scenarios/x/y.json", text));

    ASSERT_EQ(loaded.scenario.has_value(), loaded.diagnostics.empty()) << text;
    expect_sound(loaded.diagnostics, text);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, MutatedFiles, testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace gcmock
