// The examples of docs/formats.md load, and the page knows every key, or docs/actions.md does.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "gcmock/harness/scenario.h"
#include "scenario/shapes.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

const std::string source_folder = GCMOCK_SOURCE_DIR;

std::string read(const std::string& page) {
  std::ifstream stream(source_folder + "/docs/" + page);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The first example below the heading that starts so.
std::string example(const std::string& heading) {
  constexpr std::string_view fence = "```jsonc\n";
  const std::string text = read("formats.md");
  const std::size_t begin = text.find(fence, text.find("\n## " + heading)) + fence.size();
  return text.substr(begin, text.find("```", begin) - begin);
}

TEST(FormatsPage, ShowsAWorldThatLoads) {
  const TestFolder folder;

  const LoadedWorld loaded = load_world(folder.write("world.json", example("World")));

  EXPECT_EQ(text_of(loaded.diagnostics), "");
}

TEST(FormatsPage, ShowsAScenarioThatLoads) {
  const TestFolder folder;
  std::filesystem::create_directory_symlink(source_folder + "/fixtures", folder.path() + "/fixtures");

  const LoadedScenario loaded = load_scenario(folder.write("scenarios/x/y.json", example("Scenario")));

  EXPECT_EQ(text_of(loaded.diagnostics), "");
}

TEST(FormatsPage, ShowsAClientProfileThatLoads) {
  const TestFolder folder;

  const LoadedClientProfile loaded = load_client_profile(folder.write("client.json", example("Client profile")));

  // Its exit codes are those of the other driver: the page shows every key in one profile.
  EXPECT_EQ(codes_of(loaded.diagnostics), "GC412") << text_of(loaded.diagnostics);
}

TEST(FormatsPage, KnowsEveryKey) {
  const std::string text = read("formats.md") + read("actions.md");

  for (const Shape* shape : all_shapes()) {
    for (const Key& key : shape->keys) {
      const std::string name(key.name);
      const bool is_there =
          text.find('"' + name + '"') != std::string::npos || text.find('`' + name + '`') != std::string::npos;
      EXPECT_TRUE(is_there) << name << " of " << shape->said;
    }
  }
}

}  // namespace
}  // namespace gcmock
