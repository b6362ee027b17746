// `gcmock serve`: a world that stays up until interrupted, for trying things by hand.
#include <fmt/format.h>

#include <csignal>
#include <ostream>

#include "checking/file_kind.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/written_report.h"
#include "gcmock/domain/duration.h"
#include "gcmock/error.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/mock_server.h"
#include "report/journal_table.h"
#include "run/ca_file.h"

namespace gcmock {
namespace {

struct Served {
  World world;
  Script script;
  std::map<OrgName, ClientSettings> client_settings;
  ServerSettings server;
  std::optional<DomainClock> clock;
};

/// SIGINT and SIGTERM wait until they are asked for, in every thread that is started while this lives.
class HeldSignals {
 public:
  HeldSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  ~HeldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  void wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
  }

 private:
  sigset_t signals_{};
  sigset_t before_{};
};

std::optional<Served> load(const ServeCommand& command, Terminal& terminal) {
  const auto tell = [&](const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) terminal.err << diagnostic;
  };
  if (kind_of(command.file) == FileKind::world) {
    LoadedWorld loaded = load_world(command.file, {command.seed});
    tell(loaded.diagnostics);
    if (!loaded.world) return std::nullopt;
    return Served{std::move(*loaded.world), {}, std::move(loaded.client_settings), {}, {}};
  }
  LoadedScenario loaded = load_scenario(command.file, {command.seed});
  tell(loaded.diagnostics);
  if (!loaded.scenario) return std::nullopt;
  Scenario& scenario = *loaded.scenario;
  return Served{std::move(scenario.world), std::move(scenario.script), std::move(scenario.client_settings),
                scenario.server, scenario.clock};
}

std::string quoted_for_a_shell(const std::string& value) {
  std::string quoted = "'";
  for (const char c : value) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + '\'';
}

void print_environment(const MockServer& server, const Served& served, const std::string& ca_file, std::ostream& out) {
  ClientEnvironment environment;
  environment.login_url = server.login_url();
  environment.api_url = server.api_url();
  environment.orgs = served.client_settings;
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

DomainClock clock_of(const ServeCommand& command, const Served& served) {
  DomainClock clock = served.clock.value_or(DomainClock{DomainTime::follows_real_time});
  clock.time = command.clock.value_or(clock.time);
  clock.offset = command.clock_offset.value_or(clock.offset);
  clock.factor = command.clock_factor.value_or(clock.factor);
  return clock;
}

/// Where the variables go to standard output, it must hold nothing else: `eval "$(…)"`.
void print_addresses(const MockServer& server, const World& world, const std::string& ca_file,
                     const ServerOptions& options, std::ostream& out) {
  out << "base URL   " << server.base_url() << '\n'
      << "login URL  " << server.login_url() << "  (/oauth/token is appended)\n"
      << "API URL    " << server.api_url() << "  (/api/v2/… is appended)\n"
      << (ca_file.empty() ? "" : "CA file    " + ca_file + "\n")  // what clients are to trust
      << "dialect    " << to_string(world.dialect) << '\n'
      << "clock      " << said(options.clock) << '\n';
  for (const auto& [name, org] : world.orgs)
    out << "org        " << name.value << " (" << to_string(org.status) << ")\n";
  out << "stop with Ctrl-C" << std::endl;
}

ServerOptions options_of(const ServeCommand& command, const Served& served) {
  ServerSettings told;
  told.scheme = command.scheme;
  ServerOptions options = server_options(overlaid(served.server, told));
  options.port = command.port;
  options.seed = command.seed;
  options.clock = clock_of(command, served);
  return options;
}

/// `file` as given.
std::string write_ca_file(const MockServer& server, const std::string& file) {
  write_whole(file, server.ca_certificate());
  return file;
}

}  // namespace

int perform(const ServeCommand& command, Terminal& terminal) {
  const std::optional<Served> served = load(command, terminal);
  if (!served) return exit_invalid;
  const HeldSignals signals;
  const ServerOptions options = options_of(command, *served);
  MockServer server(served->world, served->script, options);
  if (!command.ca_file.empty() && server.ca_certificate().empty()) {
    terminal.err
        << "gcmock: --ca-file is about https: add --tls, or \"server\": { \"scheme\": \"https\" } to the scenario\n";
    return exit_usage;
  }
  const CaFile kept(command.ca_file.empty() ? server.ca_certificate() : "");
  const std::string ca_file = command.ca_file.empty() ? kept.path() : write_ca_file(server, command.ca_file);
  const bool with_environment = command.environment == PrintEnvironment::yes;
  if (with_environment) {
    print_environment(server, *served, ca_file, terminal.out);
    terminal.out << std::flush;
  }
  print_addresses(server, served->world, ca_file, options, with_environment ? terminal.err : terminal.out);

  signals.wait();

  Page page({terminal.colour ? Colour::on : Colour::off, Detail::problems, terminal.width});
  write_journal(page, server.journal());
  (with_environment ? terminal.err : terminal.out) << '\n' << std::move(page).text() << std::flush;
  return exit_ok;
}

}  // namespace gcmock
