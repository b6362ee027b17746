// `gcmock new`: files to begin with, and what to do with them next.
#include <istream>
#include <ostream>

#include "authoring/new_client.h"
#include "authoring/new_scenario.h"
#include "authoring/new_world.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "gcmock/error.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

// What was given; else what is answered, or `standard` where only Enter is pressed. Throws Error where nobody is there
// and there is nothing standard.
std::string given_or_asked(const std::string& given, const std::string& question, const std::string& option,
                           const std::string& standard, Terminal& terminal) {
  if (!given.empty()) return given;
  if (terminal.answers == nullptr) {
    if (standard.empty()) throw Error(option + " is missing: " + question);
    return standard;
  }
  terminal.out << question << (standard.empty() ? "" : " [" + standard + "]") << ": " << std::flush;
  std::string answer;
  std::getline(*terminal.answers, answer);
  if (answer.empty() && standard.empty()) throw Error(option + " is missing: " + question);
  return answer.empty() ? standard : answer;
}

std::vector<std::string> parted_at_commas(const std::string& text) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == ',')
      parts.emplace_back();
    else if (c != ' ')
      parts.back() += c;
  }
  return parts;
}

std::vector<NewFile> world_of(const NewCommand& command, Terminal& terminal) {
  NewWorld world;
  world.file = command.path;
  const std::string question = "Orgs, with commas between them";
  world.orgs =
      parted_at_commas(given_or_asked(joined(command.orgs, ","), question, "--orgs", "primary,secondary", terminal));
  world.dialect = given_or_asked(command.dialect, "Dialect, genesys or reported", "--dialect", "genesys", terminal);
  return {new_world(world)};
}

std::vector<NewFile> scenario_of(const NewCommand& command, Terminal& terminal) {
  NewScenario scenario;
  scenario.file = command.path;
  scenario.world = given_or_asked(command.world, "File of the world it is for", "--world", "", terminal);
  const std::vector<std::string> orgs = orgs_for_a_scenario(scenario.world);
  if (orgs.empty()) throw Error("no org of " + scenario.world + " has an access and a refresh token \"main\"");
  scenario.org =
      given_or_asked(joined(command.orgs, ","), "Org that is called: " + joined(orgs), "--org", orgs.front(), terminal);
  const std::string word =
      given_or_asked(command.kind, "What happens: " + joined(scenario_kinds()), "--kind", "refresh", terminal);
  const auto kind = scenario_kind_from(word);
  if (!kind) throw Error("\"" + word + "\" is none of " + joined(scenario_kinds()));
  scenario.kind = *kind;
  return {new_scenario(scenario)};
}

std::vector<NewFile> client_of(const NewCommand& command, Terminal& terminal) {
  NewClient client;
  client.folder = command.path;
  client.language =
      given_or_asked(command.language, "Language: " + joined(client_languages()), "--language", "javascript", terminal);
  return new_client(client);
}

std::vector<NewFile> files_of(const NewCommand& command, Terminal& terminal) {
  switch (command.what) {
    case NewCommand::What::world:
      return world_of(command, terminal);
    case NewCommand::What::scenario:
      return scenario_of(command, terminal);
    case NewCommand::What::client:
      return client_of(command, terminal);
  }
  return {};
}

std::string what_to_do_next(const NewCommand& command, const std::vector<NewFile>& files) {
  switch (command.what) {
    case NewCommand::What::world:
      return "gcmock new scenario scenarios/my_first.json --world " + command.path;
    case NewCommand::What::scenario:
      return "gcmock run " + command.path;
    case NewCommand::What::client: {
      const bool is_to_be_built = files.front().path.ends_with("CMakeLists.txt");
      const std::string build = "cmake -S " + command.path + " -B " + command.path + "/build && cmake --build " +
                                command.path + "/build\n      ";
      return (is_to_be_built ? build : "") + "gcmock run scenarios --client " + command.path;
    }
  }
  return "";
}

}  // namespace

int perform(const NewCommand& command, Terminal& terminal) {
  try {
    const std::vector<NewFile> files = files_of(command, terminal);
    write_new_files(files);
    for (const NewFile& file : files) terminal.out << "wrote " << file.path << '\n';
    terminal.out << "next: " << what_to_do_next(command, files) << '\n';
    return exit_ok;
  } catch (const Error& error) {
    terminal.err << "gcmock: " << error.what() << '\n';
    return exit_usage;
  }
}

}  // namespace gcmock
