// `gcmock record`: what goes by between a client and a server becomes a world and a scenario.
#include <fmt/format.h>

#include <filesystem>
#include <ostream>

#include "authoring/new_file.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/held_signals.h"
#include "cli/written_report.h"
#include "gcmock/error.h"
#include "gcmock/http/service.h"
#include "record/reconstruct.h"
#include "record/recorder.h"
#include "run/scratch_directory.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

void wait_for_the_end(const RecordCommand& command, const HeldSignals& signals, const Recorder& recorder) {
  while (!signals.came()) {
    if (command.until_idle && recorder.idle_for() >= *command.until_idle) return;
  }
}

/// As `file` names it; empty where gcmock's schemas stand nowhere above it.
std::string schema_of(const std::string& file, const std::string& schema) {
  const std::string line = schema_line(file, schema);
  const std::size_t colon = line.find(": \"");
  return colon == std::string::npos ? "" : line.substr(colon + 3, line.rfind('"') - colon - 3);
}

std::string relative_to(const std::string& file, const std::string& from) {
  return fs::absolute(file)
      .lexically_normal()
      .lexically_relative(fs::absolute(from).lexically_normal().parent_path())
      .generic_string();
}

void write_new(const std::string& file, const std::string& text) {
  if (const fs::path folder = fs::path(file).parent_path(); !folder.empty()) fs::create_directories(folder);
  write_whole(file, text);
}

int write_what_was_recorded(const RecordCommand& command, const Recorder& recorder, Terminal& terminal) {
  const std::vector<RecordedExchange> recorded = recorder.recorded();
  if (recorded.empty()) {
    terminal.err << "gcmock: nothing was recorded; nothing is written\n";
    return exit_vacuous;
  }
  const ScratchDirectory drafts;
  const Reconstructed made = reconstruct(
      recorded, {command.orgs, command.title, relative_to(command.world, command.scenario),
                 schema_of(command.world, "world"), schema_of(command.scenario, "scenario"), drafts.path()});
  write_new(command.world, made.world);
  write_new(command.scenario, made.scenario);
  terminal.out << fmt::format(
      "wrote {} and {}: {} exchanges, {} orgs; {} of the exchanges are replayed as they were recorded\n", command.world,
      command.scenario, made.exchanges, made.orgs.size(), made.same);
  for (const std::string& remark : made.remarks) terminal.err << "gcmock: " << remark << '\n';
  if (recorder.not_kept() > 0)
    terminal.err << fmt::format("gcmock: {} exchanges behind them were too many to keep\n", recorder.not_kept());
  return made.same == made.exchanges && recorder.not_kept() == 0 ? exit_ok : exit_failed;
}

}  // namespace

int perform(const RecordCommand& command, Terminal& terminal) {
  for (const std::string& file : {command.world, command.scenario}) {
    if (!fs::exists(file)) continue;
    terminal.err << "gcmock: " << file << " is there already; name another file, or move it away\n";
    return exit_usage;
  }
  const HeldSignals signals;
  Recorder recorder(
      {command.upstream, command.upstream_api.empty() ? command.upstream : command.upstream_api, command.upstream_ca});
  {
    ServiceDoorOptions options;
    options.port = command.port;
    const ServiceDoor door(recorder, options);
    terminal.out << "recording at http://127.0.0.1:" << door.port() << "\nforwards to " << command.upstream << '\n'
                 << "stop with Ctrl-C" << std::endl;
    wait_for_the_end(command, signals, recorder);
  }
  return write_what_was_recorded(command, recorder, terminal);
}

}  // namespace gcmock
