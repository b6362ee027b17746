#include "cli/commands_reference.h"

#include <string_view>

#include "cli/markdown.h"

namespace gcmock {
namespace {

constexpr std::string_view head =
    "<!-- Written by `gcmock reference commands`; `./dev approve` writes it anew. Change the program's command table, "
    "not this page. -->\n"
    "# Reference: commands\n\n"
    "Every command and option, from the table that `--help`, the man page and shell completion are made of. "
    "[Commands](../commands.md) explains them, with examples.\n\n";

constexpr std::string_view tail =
    "## Every command\n\n"
    "| option | meaning |\n|---|---|\n"
    "| `--help`, `-h` | says what the command does and takes |\n"
    "| `--version` | of gcmock itself: says its version |\n\n"
    "| exit code | meaning |\n|---|---|\n"
    "| 0 | all passed, or were skipped with the reason |\n"
    "| 1 | something failed |\n"
    "| 2 | a file is invalid |\n"
    "| 3 | the run itself broke |\n"
    "| 4 | nothing was put to the test |\n"
    "| 64 | the command line is wrong |\n\n"
    "| variable | meaning |\n|---|---|\n"
    "| `NO_COLOR` | where it is set to anything, no colour is used |\n";

std::string names_of(const DescribedOption& option) {
  std::string names;
  for (const std::string& name : option.names) names += (names.empty() ? "" : ", ") + as_code(name);
  return names.empty() ? as_code(option.value) : names;
}

std::string value_of(const DescribedOption& option) {
  if (!option.choices.empty()) return as_codes(option.choices);
  return option.names.empty() || option.value.empty() ? "" : as_code(option.value);
}

std::string how_often(const DescribedOption& option) {
  std::string text = option.is_required ? "required" : "";
  if (option.is_repeatable) text += text.empty() ? "repeatable" : ", repeatable";
  return text;
}

std::string row_of(const DescribedOption& option) {
  return "| " + names_of(option) + " | " + value_of(option) + " | " + how_often(option) + " | " +
         (option.standard.empty() ? "" : as_code(option.standard)) + " | " + in_table(option.description) + " |\n";
}

void write_command(const DescribedCommand& command, const std::string& path, std::string& out) {
  if (command.commands.empty()) {
    out += "## " + path + "\n\n" + in_table(command.description) + ".\n\n```text\n" + path;
    for (const DescribedOption& argument : command.arguments) out += " " + usage_of(argument);
    if (!command.options.empty()) out += " [OPTIONS]";
    out += "\n```\n\n";
    if (!command.arguments.empty() || !command.options.empty())
      out += "| argument or option | value | | default | meaning |\n|---|---|---|---|---|\n";
    for (const DescribedOption& argument : command.arguments) out += row_of(argument);
    for (const DescribedOption& option : command.options) out += row_of(option);
    if (!command.arguments.empty() || !command.options.empty()) out += '\n';
  }
  for (const DescribedCommand& below : command.commands) write_command(below, path + " " + below.name, out);
}

}  // namespace

std::string commands_reference(const DescribedCommand& program) {
  std::string out{head};
  write_command(program, program.name, out);
  return out + std::string(tail);
}

}  // namespace gcmock
