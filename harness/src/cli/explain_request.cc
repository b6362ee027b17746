#include "cli/explain_request.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <ostream>

#include "checking/world_or_scenario.h"
#include "cli/exit_codes.h"
#include "gcmock/error.h"
#include "inquiry/asker.h"
#include "inquiry/inquire.h"
#include "inquiry/written_request.h"
#include "report/inquiry_report.h"

namespace gcmock {
namespace {

std::optional<Scenario> load(const ExplainCommand& command, Terminal& terminal) {
  WorldOrScenario loaded = load_world_or_scenario(command.about, command.seed);
  for (const Diagnostic& diagnostic : loaded.diagnostics) terminal.err << diagnostic;
  return std::move(loaded.scenario);
}

std::string all_of(std::istream& in) {
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string text_of(const std::string& request) {
  if (request == "-") return all_of(std::cin);
  if (!request.starts_with('@')) return request;
  std::ifstream in(request.substr(1));
  if (!in) throw Error("cannot read the request in " + request.substr(1));
  return all_of(in);
}

int mistaken(const std::string& what, Terminal& terminal) {
  terminal.err << "gcmock: --request: " << what << '\n';
  return exit_usage;
}

bool is_granted(const Exchange& exchange) {
  return !exchange.refusal && exchange.status > 0 && exchange.status < 400;
}

}  // namespace

int explain_request(const ExplainCommand& command, Terminal& terminal) {
  if (!std::filesystem::is_regular_file(command.about)) {
    return mistaken("it is put to a world or a scenario, and " + command.about + " is no such file", terminal);
  }
  const std::optional<Scenario> scenario = load(command, terminal);
  if (!scenario) return exit_invalid;
  WrittenRequest written = read_request(text_of(*command.request));
  if (!written.request) return mistaken(written.mistake, terminal);
  if (const std::string mistake = introduce(*written.request, command.as, *scenario); !mistake.empty()) {
    return mistaken(mistake, terminal);
  }

  const Inquiry inquiry = inquire(*scenario, std::move(*written.request), command.seed);

  const ConsoleStyle style{terminal.colour ? Colour::on : Colour::off, Detail::problems, terminal.width};
  terminal.out << (command.form == ExplainForm::json ? inquiry_json(inquiry.exchange, inquiry.explanation)
                                                     : inquiry_report(inquiry.exchange, inquiry.explanation, style));
  return is_granted(inquiry.exchange) ? exit_ok : exit_failed;
}

}  // namespace gcmock
