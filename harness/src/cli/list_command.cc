// `gcmock list`: which scenarios there are.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/tag_map.h"
#include "gcmock/harness/scenario.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

void print_lines(const std::vector<Scenario>& scenarios, std::ostream& out) {
  std::size_t widest = 0;
  for (const Scenario& scenario : scenarios) widest = std::max(widest, width_of(scenario.id));
  for (const Scenario& scenario : scenarios) {
    out << padded_right(scenario.id, widest) << "  " << printable(scenario.title) << '\n';
  }
}

void print_json(const std::vector<Scenario>& scenarios, std::ostream& out) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Scenario& scenario : scenarios) {
    list.push_back({{"id", scenario.id},
                    {"file", scenario.file},
                    {"title", scenario.title},
                    {"tags", scenario.tags},
                    {"source", scenario.source}});
  }
  out << list.dump(2) << '\n';
}

void print(const std::vector<Scenario>& scenarios, ListForm form, const Terminal& terminal) {
  switch (form) {
    case ListForm::lines:
      return print_lines(scenarios, terminal.out);
    case ListForm::json:
      return print_json(scenarios, terminal.out);
    case ListForm::tags:
      terminal.out << tag_map_text(tag_map(scenarios), terminal.width);
      return;
    case ListForm::tags_as_json:
      terminal.out << tag_map_json(tag_map(scenarios));
      return;
  }
}

}  // namespace

int perform(const ListCommand& command, Terminal& terminal) {
  std::vector<Scenario> scenarios;
  bool all_valid = true;
  for (const std::string& file : select_files(find_scenario_files(command.paths), command.selection)) {
    LoadedScenario loaded = load_scenario(file);
    for (const Diagnostic& diagnostic : loaded.diagnostics) terminal.err << diagnostic;
    all_valid = all_valid && loaded.scenario.has_value();
    if (loaded.scenario) scenarios.push_back(std::move(*loaded.scenario));
  }
  print(scenarios, command.form, terminal);
  return all_valid ? exit_ok : exit_invalid;
}

}  // namespace gcmock
