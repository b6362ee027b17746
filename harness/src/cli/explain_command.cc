// `gcmock explain`: why a scenario's requests are refused; or what a refusal that somebody reported may come from.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <ostream>

#include "cli/client_choice.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/explain_request.h"
#include "cli/reported_causes.h"
#include "gcmock/harness/scenario.h"
#include "report/explain_report.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

ConsoleStyle style_of(const Terminal& terminal) {
  return {terminal.colour ? Colour::on : Colour::off, Detail::problems, terminal.width};
}

int explain_scenario(const ExplainCommand& command, Terminal& terminal) {
  const LoadedScenario loaded = load_scenario(command.about, {command.seed});
  for (const Diagnostic& diagnostic : loaded.diagnostics) terminal.err << diagnostic;
  if (!loaded.scenario) return exit_invalid;
  const std::optional<ChosenClient> client = choose_client(command.client, command.seed, terminal);
  if (!client) return exit_invalid;

  const ScenarioResult result = run_scenario(*loaded.scenario, client->factory, client->options);

  terminal.out << explain_report(result, style_of(terminal));
  return result.status == ScenarioStatus::broken ? exit_broken : exit_ok;
}

int explain_refusal(const ReportedRefusal& refusal, Terminal& terminal) {
  terminal.out << possible_causes_report(refusal, style_of(terminal));
  return exit_ok;
}

bool is_status(const std::string& word) {
  return word.size() == 3 &&
         std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// What is no file may have been meant as a reason.
bool looks_like_a_word(const std::string& about) {
  return about.find_first_of("/.") == std::string::npos && !std::filesystem::exists(about);
}

int no_such_word(const std::string& about, Terminal& terminal) {
  std::vector<std::string> reasons;
  for (const RefusalReason reason : all_refusal_reasons()) reasons.emplace_back(to_string(reason));
  const auto meant = closest(about, reasons);
  terminal.err << "gcmock: " << about << " is no scenario file, no HTTP status and no refusal reason"
               << (meant ? "; did you mean " + *meant + "?" : "") << '\n';
  return exit_usage;
}

}  // namespace

int perform(const ExplainCommand& command, Terminal& terminal) {
  if (command.request) return explain_request(command, terminal);
  if (const auto reason = refusal_reason_from(command.about)) return explain_refusal(about_reason(*reason), terminal);
  if (!is_status(command.about) && looks_like_a_word(command.about)) return no_such_word(command.about, terminal);
  if (!is_status(command.about)) return explain_scenario(command, terminal);
  const ReportedRefusal refusal = about_status(std::stoi(command.about));
  if (!refusal.causes.empty()) return explain_refusal(refusal, terminal);
  terminal.err << "gcmock: no token request of the report's world is refused with " << command.about << '\n';
  return exit_usage;
}

}  // namespace gcmock
