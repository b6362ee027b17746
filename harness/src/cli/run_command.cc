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
#include "cli/rerun_on_save.h"
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

/// One selection of files, run and told of as often as is wanted.
class Runs {
 public:
  Runs(const RunCommand& command, ChosenClient& client, Terminal& terminal, std::ostream& console)
      : command_(command), client_(client), terminal_(terminal), console_(console) {
    if (github_) begin_log_without_commands(*github_, console);
    progress_.shown = terminal.progress && &console == &terminal.out;
  }

  [[nodiscard]] std::vector<std::string> select() const {
    std::vector<std::string> files = select_files(find_scenario_files(command_.paths), selection_);
    return command_.only_last_failed ? those_that_failed(files, read_last_failed(kept_failures_), console_) : files;
  }

  RunResult run(const std::vector<std::string>& files) const {
    const ConsoleStyle style = style_of(command_, terminal_);
    RunResult result = run_and_tell(files, command_, client_, style, console_, progress_);
    console_ << console_summary(result, style) << std::flush;
    if (!kept_failures_.empty())
      write_last_failed(kept_failures_, failed_after(read_last_failed(kept_failures_), result));
    if (github_) tell_github(*github_, result, console_);
    for (const ReportFile& report : command_.reports) write_report(report, result, terminal_.out);
    return result;
  }

 private:
  const RunCommand& command_;
  ChosenClient& client_;
  Terminal& terminal_;
  std::ostream& console_;
  const Selection selection_ = selection_of(command_, console_);
  const std::string kept_failures_ = file_of_last_failed();
  const std::optional<GithubJob> github_ = github_job_of_environment();
  ProgressStyle progress_;
};

}  // namespace

int perform(const RunCommand& command, Terminal& terminal) {
  std::ostream& console = any_is_standard_output(command.reports) ? terminal.err : terminal.out;
  std::optional<ChosenClient> client = choose_client(command.client, command.seed, terminal);
  if (!client) return exit_invalid;
  apply(command, client->options);
  const Runs runs(command, *client, terminal, console);
  const std::vector<std::string> files = runs.select();
  if (files.empty()) return nothing_to_run(command, find_scenario_files(command.paths).size(), terminal.err);

  RunResult last = runs.run(files);
  if (!command.watches || last.ended_by_signal != 0) return exit_code(last);
  const auto again = [&](const std::vector<std::string>& touched) {
    last = runs.run(touched);
    return last.ended_by_signal == 0;
  };
  rerun_on_save(
      command, [&] { return runs.select(); }, again, console);
  return exit_code(last);
}

}  // namespace gcmock
