#include "cli/completion.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string names_below(const DescribedCommand& command) {
  std::vector<std::string> names;
  for (const DescribedCommand& below : command.commands) names.push_back(below.name);
  return joined(names, " ");
}

void write_option(const DescribedOption& option, const std::string& condition, std::string& out) {
  std::string line = "complete -c gcmock -n " + quoted(condition);
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) line += is_path(option) ? " -r -F" : " -x";
  if (!option.choices.empty()) line += " -a " + quoted(joined(option.choices, " "));
  out += line + " -d " + quoted(option.description) + "\n";
}

// `condition` holds where the words so far name `command`.
void write_command(const DescribedCommand& command, const std::string& condition, std::string& out) {
  const std::string none_below = command.commands.empty()
                                     ? condition
                                     : condition + "; and not __fish_seen_subcommand_from " + names_below(command);
  for (const DescribedCommand& below : command.commands) {
    out += "complete -c gcmock -f -n " + quoted(none_below) + " -a " + below.name + " -d " + quoted(below.description) +
           "\n";
    write_command(below, condition + "; and __fish_seen_subcommand_from " + below.name, out);
  }
  for (const DescribedOption& option : command.options) write_option(option, none_below, out);
  for (const DescribedOption& argument : command.arguments) {
    if (!argument.choices.empty())
      out += "complete -c gcmock -f -n " + quoted(none_below) + " -a " + quoted(joined(argument.choices, " ")) + "\n";
  }
}

}  // namespace

std::string fish_completion(const DescribedCommand& program) {
  std::string out = "# fish completion of gcmock: gcmock completion fish | source\n";
  write_command(program, "true", out);
  return out;
}

}  // namespace gcmock
