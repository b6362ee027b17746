// `gcmock run`: scenarios against a client, results as they come, reports at the end.
#include <algorithm>
#include <ostream>

#include "cli/client_choice.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/written_report.h"
#include "gcmock/harness/scenario.h"
#include "report/console_report.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

ConsoleStyle style_of(const RunCommand& command, const Terminal& terminal) {
  return {terminal.colour ? Colour::on : Colour::off,
          command.verbosity == Verbosity::everything ? Detail::everything : Detail::problems, terminal.width};
}

bool is_standard_output(const ReportFile& report) {
  return report.file == "-";
}

int nothing_to_run(const RunCommand& command, std::size_t found, std::ostream& err) {
  err << "gcmock: nothing to run: ";
  if (found == 0) {
    err << "no scenario files in";
    for (const std::string& path : command.paths) err << ' ' << path;
  } else {
    err << "of " << counted(found, "scenario file") << " none is left by --filter, --tag and --shard";
  }
  err << '\n';
  return exit_vacuous;
}

}  // namespace

int perform(const RunCommand& command, Terminal& terminal) {
  const bool reports_to_out = std::any_of(command.reports.begin(), command.reports.end(), is_standard_output);
  std::ostream& console = reports_to_out ? terminal.err : terminal.out;
  std::optional<ChosenClient> client = choose_client(command.client, command.seed, terminal);
  if (!client) return exit_invalid;
  client->options.jobs = command.jobs;
  client->options.repeat = command.repeat;
  client->options.contract_severity = command.contract_severity;
  client->options.server.scheme = command.scheme;
  if (command.time_limit) client->options.time_limit = *command.time_limit;
  const std::vector<std::string> found = find_scenario_files(command.paths);
  const std::vector<std::string> files = select_files(found, command.selection);
  if (files.empty()) return nothing_to_run(command, found.size(), terminal.err);

  const ConsoleStyle style = style_of(command, terminal);
  const RunResult result = run_files(files, client->factory, client->options, [&](const ScenarioResult& scenario) {
    console << console_scenario(scenario, style) << std::flush;
  });
  console << console_summary(result, style) << std::flush;

  for (const ReportFile& report : command.reports) {
    const std::string text = render(report.form, result);
    if (is_standard_output(report)) {
      terminal.out << text << std::flush;
    } else {
      write_whole(report.file, text);
    }
  }
  return exit_code(result);
}

}  // namespace gcmock
