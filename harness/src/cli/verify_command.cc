// `gcmock verify`: scenarios whose client was deployed elsewhere, beside a gcmock that serves there.
#include <istream>
#include <ostream>

#include "cli/admin_token.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/remote_scenario.h"
#include "cli/written_report.h"
#include "client/child_process.h"
#include "client/process_clients.h"
#include "gcmock/error.h"
#include "gcmock/harness/scenario.h"
#include "report/console_report.h"

namespace gcmock {
namespace {

/// As the exit code of a command client says it (docs/formats.md).
Outcome outcome_of(const std::optional<Ended>& ended) {
  if (!ended || !ended->exit_code) return Outcome::failed;
  const auto meaning = usual_exit_codes().find(*ended->exit_code);
  return meaning == usual_exit_codes().end() ? Outcome::failed : meaning->second;
}

CallMade ask_by_command(const VerifyCommand& command, const CallToMake& call) {
  auto started = ChildProcess::start({{"/bin/sh", "-c", command.ask}, {}, call.variables});
  if (const auto* not_started = std::get_if<NotStarted>(&started)) throw Error("--ask: " + not_started->why);
  auto& process = std::get<ChildProcess>(started);
  process.close_input();
  const auto ended = process.wait_until_ended(deadline_in(command.time_limit));
  process.end();
  return {outcome_of(ended), ended ? process.last_line_of_output() : "did not end in time"};
}

std::string value_of(const CallToMake& call, std::string_view name) {
  for (const auto& [each, value] : call.variables) {
    if (each == name) return value;
  }
  return {};
}

/// What a person says of it: a word, or just Enter.
CallMade ask_a_person(const CallToMake& call, Terminal& terminal) {
  terminal.err << "\nHave the client do this: " << call.what << "\n  login URL " << value_of(call, "GENESYS_LOGIN_URL")
               << ", API URL " << value_of(call, "GENESYS_API_URL") << '\n';
  for (std::string answer; true;) {
    terminal.err << "then say what came of it (ok, needs_user, needs_admin, retry_later, failed), or just Enter: "
                 << std::flush;
    if (!std::getline(*terminal.answers, answer)) throw Error("there is nobody to say what came of the call");
    if (answer.empty()) return {};
    if (const auto outcome = outcome_from(answer)) return {outcome, {}};
  }
}

}  // namespace

int perform(const VerifyCommand& command, Terminal& terminal) {
  std::ostream& console = any_is_standard_output(command.reports) ? terminal.err : terminal.out;
  if (command.ask.empty() && terminal.answers == nullptr) {
    terminal.err << "gcmock: say by --ask COMMAND how the client is asked for a call: nobody is at the terminal\n";
    return exit_usage;
  }
  const AdminAccess admin{command.admin, command.token_file.empty() ? std::string{} : read_token(command.token_file)};
  const std::vector<std::string> files = find_scenario_files(command.paths);
  RunResult result;
  result.client = "deployed elsewhere";
  result.seed = command.seed;
  bool has_mistakes = false;
  for (const std::string& file : files) {
    const LoadedScenario loaded = load_scenario(file, {command.seed});
    for (const Diagnostic& diagnostic : loaded.diagnostics) terminal.err << diagnostic;
    has_mistakes = has_mistakes || !loaded.scenario;
  }
  if (has_mistakes) return exit_invalid;
  const ConsoleStyle style{terminal.colour ? Colour::on : Colour::off, Detail::problems, terminal.width};
  for (const std::string& file : files) {
    ScenarioResult scenario = verify_elsewhere(file, admin, command.seed, [&](const CallToMake& call) {
      return command.ask.empty() ? ask_a_person(call, terminal) : ask_by_command(command, call);
    });
    scenario.file = file;
    console << console_scenario(scenario, style) << std::flush;
    result.took += scenario.took;
    result.scenarios.push_back(std::move(scenario));
  }
  console << console_summary(result, style) << std::flush;
  for (const ReportFile& report : command.reports) write_report(report, result, terminal.out);
  return files.empty() ? exit_vacuous : exit_code(result);
}

}  // namespace gcmock
