// docs/actions.md lists the loader's actions, row for row; each example loads, each action has a scenario that it is
// in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "gcmock/harness/scenario.h"
#include "scenario/action_kinds.h"
#include "scenario/event_reader.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

const std::string source_folder = GCMOCK_SOURCE_DIR;
const std::string page_file = source_folder + "/docs/actions.md";
constexpr std::string_view begin_mark = "<!-- actions: begin -->\n";
constexpr std::string_view end_mark = "<!-- actions: end -->";

std::string read_page() {
  std::ifstream stream(page_file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string in_words(ActsAt stages) {
  switch (stages) {
    case ActsAt::either:
      return "either";
    case ActsAt::instead_of_ruling:
      return "`instead_of_ruling`";
    case ActsAt::after_settling:
      return "`after_settling`";
    case ActsAt::on_an_answer:
      return "on an answer";
  }
  return "";
}

std::string actions_as_markdown() {
  std::string text = "| action | stages | what the client sees | scenario |\n|---|---|---|---|\n";
  for (const ActionKind& kind : action_kinds()) {
    const std::string scenario(kind.scenario);
    const std::string name = scenario.substr(0, scenario.rfind('.'));
    text += "| `" + std::string(kind.example) + "` | " + in_words(kind.stages) + " | " + std::string(kind.seen) +
            " | [" + name + "](../scenarios/" + scenario + ") |\n";
  }
  return text;
}

/// What a scenario with a rule that does this gives.
LoadedScenario with_rule(const std::string& stage, const std::string& actions) {
  const TestFolder folder;
  std::filesystem::create_directory_symlink(source_folder + "/fixtures", folder.path() + "/fixtures");
  return load_scenario(folder.write("scenarios/x/y.json", R"({ "title": "t", "server": { "scheme": "https" },
    "world": "../../fixtures/worlds/rotating_refresh_tokens.json", "steps": [{ "do": "call", "org": "acme" }],
    "script": [{ "when": {}, "stage": ")" + stage + R"(", "do": [)" +
                                                              actions + "] }] }"));
}

std::size_t index_of(const ActionKind& kind) {
  const std::string stage = kind.stages == ActsAt::instead_of_ruling ? "instead_of_ruling" : "after_settling";
  const LoadedScenario loaded = with_rule(stage, std::string(kind.example));
  EXPECT_EQ(text_of(loaded.diagnostics), "") << kind.key;
  return loaded.scenario ? loaded.scenario->script.rules.at(0).actions.at(0).index() : std::variant_npos;
}

TEST(ActionsPage, ApprovedListIsThatOfTheLoader) {
  auto page = read_page();
  const auto begin = page.find(begin_mark);
  const auto end = page.find(end_mark);
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  const auto start = begin + begin_mark.size();

  const auto listed = page.substr(start, end - start);

  if (std::getenv("GCMOCK_APPROVE") != nullptr) {
    std::ofstream(page_file) << page.replace(start, end - start, actions_as_markdown());
    return;
  }
  EXPECT_EQ(listed, actions_as_markdown()) << "run ./dev approve and review the difference";
}

TEST(ActionsPage, HasARowForEveryActionButTheWorldEvents) {
  std::set<std::size_t> shown;
  for (const ActionKind& kind : action_kinds()) shown.insert(index_of(kind));

  shown.insert(Action(WorldEvent{}).index());
  EXPECT_EQ(shown.size(), std::variant_size_v<Action>);
  EXPECT_EQ(action_kinds().size(), std::variant_size_v<Action> - 1);
}

TEST(ActionsPage, SaysAtWhichStagesAnActionMakesSense) {
  const std::string answer = R"({"respond": {"status": 200, "body": {}}}, )";
  for (const ActionKind& kind : action_kinds()) {
    const std::string example(kind.example);
    const auto told_by = [](const LoadedScenario& loaded) { return codes_of(loaded.diagnostics); };
    const bool is_alone_after = told_by(with_rule("after_settling", example)).empty();
    const bool is_alone_instead = told_by(with_rule("instead_of_ruling", example)).empty();
    const bool is_behind_answer = told_by(with_rule("instead_of_ruling", answer + example)).empty();

    EXPECT_EQ(is_alone_after, kind.stages != ActsAt::instead_of_ruling) << kind.key;
    EXPECT_EQ(is_alone_instead, kind.stages == ActsAt::either || kind.stages == ActsAt::instead_of_ruling) << kind.key;
    if (kind.stages == ActsAt::on_an_answer) {
      EXPECT_TRUE(is_behind_answer) << kind.key;
    }
  }
}

TEST(WorldEvents, AreEachInAShippedScenario) {
  std::string shipped;
  for (const auto& file : find_scenario_files({source_folder + "/scenarios"})) {
    std::ifstream stream(file);
    shipped.append(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  for (const auto key : event_keys()) {
    EXPECT_NE(shipped.find("\"" + std::string(key) + "\": {"), std::string::npos) << key << " is in no scenario";
  }
}

TEST(ActionsPage, NamesAScenarioThatHasTheAction) {
  for (const ActionKind& kind : action_kinds()) {
    const LoadedScenario loaded = load_scenario(source_folder + "/scenarios/" + std::string(kind.scenario));
    ASSERT_TRUE(loaded.scenario) << kind.scenario << "\n" << text_of(loaded.diagnostics);

    std::set<std::size_t> done;
    for (const Rule& rule : loaded.scenario->script.rules) {
      for (const Action& action : rule.actions) done.insert(action.index());
    }
    EXPECT_TRUE(done.contains(index_of(kind))) << kind.key << " is not in " << kind.scenario;
  }
}

}  // namespace
}  // namespace gcmock
