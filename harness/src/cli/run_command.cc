// `gcmock run`: scenarios against a client, results as they come, reports at the end.
#include <atomic>
#include <cstdlib>
#include <ostream>
#include <stop_token>

#include "cli/client_choice.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/github_job.h"
#include "cli/interruption.h"
#include "cli/kept_reports.h"
#include "cli/last_failed.h"
#include "cli/progress_line.h"
#include "cli/shard_of_environment.h"
#include "cli/written_report.h"
#include "gcmock/harness/scenario.h"
#include "report/console_report.h"
#include "report/scenario_counts.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

ConsoleStyle style_of(const RunCommand& command, const Terminal& terminal) {
  return {terminal.colour ? Colour::on : Colour::off,
          command.verbosity == Verbosity::everything ? Detail::everything : Detail::problems, terminal.width};
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

// By --shard, else by what a CI system has set.
Selection selection_of(const RunCommand& command, std::ostream& console) {
  Selection selection = command.selection;
  if (selection.shard.is_given) return selection;
  const auto given = shard_of_environment([](const char* name) { return std::getenv(name); });
  if (!given) return selection;
  selection.shard = given->shard;
  console << "shard " << given->shard.index << '/' << given->shard.count << ", as " << given->variable << " says\n";
  return selection;
}

std::vector<std::string> those_that_failed(const std::vector<std::string>& files, const std::set<std::string>& failed,
                                           std::ostream& console) {
  std::vector<std::string> chosen = only_failed(files, failed);
  if (!chosen.empty()) return chosen;
  console << "of these nothing failed when it was last run: all are run\n";
  return files;
}

void apply(const RunCommand& command, RunOptions& options) {
  options.jobs = command.jobs;
  options.stop_at_first_problem = command.stops_at_first_problem;
  options.repeat = command.repeat;
  options.contract_severity = command.contract_severity;
  options.server.scheme = command.scheme;
  if (command.time_limit) options.time_limit = *command.time_limit;
}

/// Both what was told of an interruption and whether something was left undone decide whether there was one.
void note_interruption(RunResult& result, int signal) {
  if (count_of(result, ScenarioStatus::not_run) > 0) result.ended_by_signal = signal;
}

RunResult run_and_tell(const std::vector<std::string>& files, const RunCommand& command, ChosenClient& client,
                       const ConsoleStyle& style, std::ostream& console, ProgressStyle progress) {
  RunResult planned;
  planned.client = client.options.client_name;
  planned.seed = client.options.seed;
  for (const std::string& file : files) planned.scenarios.push_back(not_run(file, client.options));
  KeptReports kept(command.reports, planned);

  std::stop_source told_to_stop;
  std::atomic<int> signal = 0;
  client.options.stop = told_to_stop.get_token();
  const Interruption interruption([&](int number) {
    signal = number;
    told_to_stop.request_stop();
    kept.interrupt(number);
  });
  ProgressLine line(console, files.size(), progress);
  RunResult result = run_files(files, client.factory, client.options, [&](const ScenarioResult& scenario) {
    const auto ended = is_problem(scenario.status) ? ProgressLine::Ended::with_a_problem : ProgressLine::Ended::well;
    kept.add(scenario);
    line.tell(console_scenario(scenario, style), ended);
  });
  note_interruption(result, signal);
  return result;
}

}  // namespace

int perform(const RunCommand& command, Terminal& terminal) {
  const bool reports_to_out = any_is_standard_output(command.reports);
  std::ostream& console = reports_to_out ? terminal.err : terminal.out;
  std::optional<ChosenClient> client = choose_client(command.client, command.seed, terminal);
  if (!client) return exit_invalid;
  apply(command, client->options);
  const std::vector<std::string> found = find_scenario_files(command.paths);
  const std::string kept_failures = file_of_last_failed();
  const std::set<std::string> failed_before = read_last_failed(kept_failures);
  std::vector<std::string> files = select_files(found, selection_of(command, console));
  if (command.only_last_failed) files = those_that_failed(files, failed_before, console);
  if (files.empty()) return nothing_to_run(command, found.size(), terminal.err);

  const ConsoleStyle style = style_of(command, terminal);
  const std::optional<GithubJob> github = github_job_of_environment();
  if (github) begin_log_without_commands(*github, console);
  ProgressStyle progress;
  progress.shown = terminal.progress && !reports_to_out;
  const RunResult result = run_and_tell(files, command, *client, style, console, progress);
  console << console_summary(result, style) << std::flush;
  if (!kept_failures.empty()) write_last_failed(kept_failures, failed_after(failed_before, result));
  if (github) tell_github(*github, result, console);
  for (const ReportFile& report : command.reports) write_report(report, result, terminal.out);
  return exit_code(result);
}

}  // namespace gcmock
