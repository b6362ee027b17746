// `gcmock mutants`: the proof that the suite can fail, and that it does not where nothing is wrong.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/client_choice.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "gcmock/harness/run.h"
#include "gcmock/harness/scenario.h"
#include "mutants/mutant_runs.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

using End = MutantFate::End;

struct Findings {
  std::vector<MutantFate> fates;
  std::vector<std::string> alarms;  // of the reference client
  std::size_t scenarios = 0;
};

struct Columns {
  std::size_t name = 0;
  std::size_t scenario = 0;
};

bool was_killed(const MutantFate& fate) {
  return fate.end == End::killed;
}

std::size_t killed_of(const std::vector<MutantFate>& fates) {
  return static_cast<std::size_t>(std::ranges::count_if(fates, was_killed));
}

bool is_as_it_should_be(const Findings& findings) {
  return findings.alarms.empty() && std::ranges::all_of(findings.fates, was_killed);
}

std::string how(const MutantFate& fate) {
  if (fate.end != End::killed) return std::string(to_string(fate.end));
  return fate.fails_the_scenario ? "failed" : "warned";
}

Columns columns_for(const std::vector<Mutant>& mutants, const std::vector<Scenario>& scenarios) {
  Columns columns;
  for (const Mutant& mutant : mutants) columns.name = std::max(columns.name, width_of(mutant.name));
  for (const Scenario& scenario : scenarios) columns.scenario = std::max(columns.scenario, width_of(scenario.id));
  return columns;
}

void print_line(const MutantFate& fate, const Columns& columns, std::ostream& out) {
  out << padded_right(fate.mutant.invariant, 6) << padded_right(fate.mutant.name, columns.name) << "  "
      << padded_right(how(fate), 16) << "  " << padded_right(fate.scenario, columns.scenario) << "  "
      << padded_left(in_words(fate.took), 8) << '\n';
  if (!was_killed(fate) && !fate.what.empty()) out << "      but for: " << printable(fate.what) << '\n';
}

void print_sum(const Findings& findings, const MutantsCommand& command, std::ostream& out) {
  const std::size_t killed = killed_of(findings.fates);
  out << '\n'
      << counted(findings.fates.size(), "mutant") << ": " << killed << " killed by the invariant meant for it, "
      << findings.fates.size() - killed << " not\n";
  for (const std::string& alarm : findings.alarms) out << "false alarm  " << printable(alarm) << '\n';
  out << "reference client: " << counted(findings.scenarios, "scenario");
  if (command.repeat > 1) out << ", each " << command.repeat << " times";
  out << ": " << counted(findings.alarms.size(), "false alarm") << '\n';
}

std::string as_json(const Findings& findings, const MutantsCommand& command) {
  nlohmann::ordered_json mutants = nlohmann::ordered_json::array();
  for (const MutantFate& fate : findings.fates) {
    mutants.push_back({{"name", fate.mutant.name},
                       {"bug", fate.mutant.bug},
                       {"invariant", fate.mutant.invariant},
                       {"end", to_string(fate.end)},
                       {"scenario", fate.scenario},
                       {"what", fate.what},
                       {"fails_the_scenario", fate.fails_the_scenario}});
  }
  const nlohmann::ordered_json whole{
      {"seed", command.seed},
      {"mutants", mutants},
      {"reference",
       {{"scenarios", findings.scenarios}, {"repeat", command.repeat}, {"false_alarms", findings.alarms}}}};
  return whole.dump(2) + '\n';
}

int list_mutants(std::ostream& out) {
  std::size_t widest = 0;
  for (const Mutant& mutant : all_mutants()) widest = std::max(widest, width_of(mutant.name));
  for (const Mutant& mutant : all_mutants())
    out << padded_right(mutant.invariant, 6) << padded_right(mutant.name, widest) << "  " << mutant.bug << '\n';
  return exit_ok;
}

// Empty where one is named that there is not: that was said.
std::vector<Mutant> chosen_mutants(const MutantsCommand& command, Terminal& terminal) {
  if (command.only.empty()) return {all_mutants().begin(), all_mutants().end()};
  std::vector<Mutant> chosen;
  for (const std::string& name : command.only) {
    const Mutant* mutant = choose_mutant(name, terminal);
    if (mutant == nullptr) return {};
    chosen.push_back(*mutant);
  }
  return chosen;
}

}  // namespace

int perform(const MutantsCommand& command, Terminal& terminal) {
  if (command.form == MutantsForm::list) return list_mutants(terminal.out);
  const std::vector<Mutant> mutants = chosen_mutants(command, terminal);
  if (mutants.empty()) return exit_usage;

  RunOptions options;
  options.seed = command.seed;
  options.jobs = command.jobs;
  const std::vector<std::string> files = find_scenario_files(command.paths);
  std::vector<Scenario> scenarios;
  for (const std::string& file : files) {
    LoadedScenario loaded = load_scenario(file, {command.seed});
    for (const Diagnostic& diagnostic : loaded.diagnostics) terminal.err << diagnostic;
    if (!loaded.scenario) return exit_invalid;
    scenarios.push_back(std::move(*loaded.scenario));
  }
  if (scenarios.empty()) {
    terminal.err << "gcmock: nothing to run: no scenario files in " << joined(command.paths, " ") << '\n';
    return exit_vacuous;
  }

  const bool is_table = command.form == MutantsForm::table;
  const Columns columns = columns_for(mutants, scenarios);
  Findings findings;
  findings.scenarios = scenarios.size();
  findings.fates = run_mutants(mutants, scenarios, options, [&](const MutantFate& fate) {
    if (is_table) print_line(fate, columns, terminal.out);
    terminal.out << std::flush;
  });
  options.repeat = command.repeat;
  findings.alarms = false_alarms(run_files(files, make_client_factory(built_in_profile()), options));

  if (is_table)
    print_sum(findings, command, terminal.out);
  else
    terminal.out << as_json(findings, command);
  return is_as_it_should_be(findings) ? exit_ok : exit_failed;
}

}  // namespace gcmock
