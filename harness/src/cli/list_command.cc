// `gcmock list`: which scenarios there are.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "gcmock/harness/scenario.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

void print_lines(const std::vector<Scenario>& scenarios, ListForm form, std::ostream& out) {
  std::size_t widest = 0;
  for (const Scenario& scenario : scenarios) widest = std::max(widest, width_of(scenario.id));
  for (const Scenario& scenario : scenarios) {
    out << padded_right(scenario.id, widest) << "  " << printable(scenario.title);
    if (form == ListForm::with_tags) out << "  [" << joined(scenario.tags) << ']';
    out << '\n';
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
  if (command.form == ListForm::json) {
    print_json(scenarios, terminal.out);
  } else {
    print_lines(scenarios, command.form, terminal.out);
  }
  return all_valid ? exit_ok : exit_invalid;
}

}  // namespace gcmock
