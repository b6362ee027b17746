// `gcmock serve`: a world that stays up until interrupted, for trying things by hand.
#include <fmt/format.h>

#include <ostream>

#include "cli/admin_token.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/held_signals.h"
#include "cli/written_report.h"
#include "gcmock/domain/duration.h"
#include "gcmock/error.h"
#include "gcmock/harness/scenario.h"
#include "report/journal_table.h"
#include "run/ca_file.h"
#include "serving/access.h"
#include "serving/admin_service.h"

namespace gcmock {
namespace {

/// What stays up, and what is told of it.
struct Served {
  std::shared_ptr<ServedRun> run;
  Dialect dialect = Dialect::genesys;
  std::vector<std::string> orgs;
  DomainClock clock;
  std::string token;
  std::string admin_address;
  std::unique_ptr<ServiceDoor> admin;  ///< null: there is none
};

std::optional<RunSource> load(const ServeCommand& command, Terminal& terminal) {
  LoadedRun loaded = load_run(command.file, command.seed);
  for (const Diagnostic& diagnostic : loaded.diagnostics) terminal.err << diagnostic;
  if (loaded.source) loaded.source->id = "served";
  return std::move(loaded.source);
}

std::string quoted_for_a_shell(const std::string& value) {
  std::string quoted = "'";
  for (const char c : value) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + '\'';
}

void print_environment(ServedRun& run, const std::string& ca_file, std::ostream& out) {
  ClientEnvironment environment = run.environment();
  environment.ca_file = ca_file;
  for (const auto& [name, value] : environment.variables())
    out << "export " << name << '=' << quoted_for_a_shell(value) << '\n';
}

/// "real", "frozen", "real, from 25h after the world's start, 60 times as fast".
std::string said(const DomainClock& clock) {
  std::string text = clock.time == DomainTime::frozen ? "frozen" : "real";
  if (clock.offset.count() != 0) text += ", from " + duration_text(clock.offset) + " after the world's start";
  if (clock.factor != 1) text += fmt::format(", {} times as fast", clock.factor);
  return text;
}

DomainClock clock_of(const ServeCommand& command, const Scenario& served) {
  DomainClock clock = served.clock.value_or(DomainClock{DomainTime::follows_real_time});
  clock.time = command.clock.value_or(clock.time);
  clock.offset = command.clock_offset.value_or(clock.offset);
  clock.factor = command.clock_factor.value_or(clock.factor);
  return clock;
}

/// Where the variables go to standard output, it must hold nothing else: `eval "$(…)"`.
void print_addresses(const Served& served, const std::string& ca_file, std::ostream& out) {
  const ServerAddresses at = served.run->addresses();
  out << "base URL   " << at.base_url << '\n'
      << "login URL  " << at.login_url << "  (/oauth/token is appended)\n"
      << "API URL    " << at.api_url << "  (/api/v2/… is appended)\n"
      << (ca_file.empty() ? "" : "CA file    " + ca_file + "\n")  // what clients are to trust
      << "dialect    " << to_string(served.dialect) << '\n'
      << "clock      " << said(served.clock) << '\n';
  if (served.admin != nullptr) {
    out << "admin      http://" << served.admin_address << ':' << served.admin->port()
        << "/  (the page; the API is /v1)\n";
  }
  if (!served.token.empty()) out << "token      " << served.token << "  (of the admin API)\n";
  for (const std::string& org : served.orgs) out << "org        " << org << '\n';
  out << "stop with Ctrl-C" << std::endl;
}

ServerSettings settings_of(const ServeCommand& command) {
  ServerSettings told;
  told.scheme = command.scheme;
  return told;
}

ServerOptions options_of(const ServeCommand& command, const Scenario& served) {
  ServerOptions options = server_options(overlaid(served.server, settings_of(command)));
  options.address = command.address;
  options.told_address = command.told_address;
  options.port = command.port;
  options.seed = command.seed;
  options.clock = clock_of(command, served);
  return options;
}

/// Of the file, without what ends it; one that nobody can guess where the API is open to other machines. Empty: none is
/// needed.
std::string token_of(const ServeCommand& command) {
  if (!command.admin_token_file.empty()) return read_token(command.admin_token_file);
  return is_loopback_name(command.admin_address) ? std::string{} : new_token();
}

ServedRunsOptions options_of_runs(const ServeCommand& command) {
  ServedRunsOptions options;
  options.settings = settings_of(command);
  options.address = command.address;
  options.told_address = command.told_address;
  options.first_port = command.first_run_port;
  options.last_port = command.last_run_port;
  return options;
}

/// Where the CA certificate is: `file` as given, or one that goes with `kept`.
std::string ca_file_of(const ServeCommand& command, const std::string& certificate, const CaFile& kept) {
  if (command.ca_file.empty()) return kept.path();
  write_whole(command.ca_file, certificate);
  return command.ca_file;
}

std::vector<std::string> words_on_orgs(const World& world) {
  std::vector<std::string> words;
  for (const auto& [name, org] : world.orgs) words.push_back(fmt::format("{} ({})", name.value, to_string(org.status)));
  return words;
}

}  // namespace

int perform(const ServeCommand& command, Terminal& terminal) {
  std::optional<RunSource> source = load(command, terminal);
  if (!source) return exit_invalid;
  const HeldSignals signals;
  Served served;
  source->server = options_of(command, source->scenario);
  served.dialect = source->scenario.world.dialect;
  served.orgs = words_on_orgs(source->scenario.world);
  served.clock = source->server.clock;
  served.run = std::make_shared<ServedRun>(*std::move(source));
  const std::string certificate = served.run->addresses().ca_certificate;
  if (!command.ca_file.empty() && certificate.empty()) {
    terminal.err
        << "gcmock: --ca-file is about https: add --tls, or \"server\": { \"scheme\": \"https\" } to the scenario\n";
    return exit_usage;
  }
  ServedRuns runs(options_of_runs(command));
  runs.add(served.run);
  served.token = command.admin == AdminApi::on ? token_of(command) : std::string{};
  AdminService service(runs, {GCMOCK_VERSION, served.token});
  if (command.admin == AdminApi::on) {
    served.admin_address = command.admin_address;
    served.admin =
        std::make_unique<ServiceDoor>(service, ServiceDoorOptions{command.admin_address, command.admin_port});
  }
  const CaFile kept(command.ca_file.empty() ? certificate : "");
  const std::string ca_file = ca_file_of(command, certificate, kept);
  const bool with_environment = command.environment == PrintEnvironment::yes;
  if (with_environment) {
    print_environment(*served.run, ca_file, terminal.out);
    terminal.out << std::flush;
  }
  print_addresses(served, ca_file, with_environment ? terminal.err : terminal.out);

  signals.wait();

  Page page({terminal.colour ? Colour::on : Colour::off, Detail::problems, terminal.width});
  write_journal(page, served.run->journal());
  (with_environment ? terminal.err : terminal.out) << '\n' << std::move(page).text() << std::flush;
  return exit_ok;
}

}  // namespace gcmock
