#include "cli/man_page.h"

#include "report/text_layout.h"

namespace gcmock {
namespace {

// Dashes that are to be copied, and a backslash that is one.
std::string in_roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string more_about(const DescribedOption& option) {
  std::string more;
  if (!option.choices.empty()) more += ": " + joined(option.choices, ", ");
  if (!option.standard.empty()) more += " (default: " + option.standard + ")";
  return more;
}

void write_option(const DescribedOption& option, std::string& out) {
  out += ".TP\n.B " + in_roff(usage_of(option)) + "\n" + in_roff(option.description + more_about(option)) + "\n";
}

void write_command(const DescribedCommand& command, const std::string& path, std::string& out) {
  if (command.commands.empty()) {
    out += ".SS " + in_roff(path);
    for (const DescribedOption& argument : command.arguments) out += " " + in_roff(usage_of(argument));
    out += "\n" + in_roff(command.description) + ".\n";
    for (const DescribedOption& argument : command.arguments) write_option(argument, out);
    for (const DescribedOption& option : command.options) write_option(option, out);
  }
  for (const DescribedCommand& below : command.commands) write_command(below, path + " " + below.name, out);
}

}  // namespace

std::string man_page(const DescribedCommand& program, std::string_view version) {
  std::string out = ".TH GCMOCK 1 \"\" \"gcmock " + std::string(version) + "\" \"User Commands\"\n";
  out += ".SH NAME\ngcmock \\- a mock of the Genesys Cloud OAuth endpoints, and a judge of their clients\n";
  out += ".SH SYNOPSIS\n.B gcmock\n.I command\n[options]\n";
  out += ".SH DESCRIPTION\n" + in_roff(program.description) + "\n";
  out += ".SH COMMANDS\n";
  write_command(program, program.name, out);
  out +=
      ".SH EXIT STATUS\n"
      ".TP\n.B 0\nall passed, or were skipped with the reason\n"
      ".TP\n.B 1\nsomething failed\n"
      ".TP\n.B 2\na file is invalid\n"
      ".TP\n.B 3\nthe run itself broke\n"
      ".TP\n.B 4\nnothing was put to the test\n"
      ".TP\n.B 64\nthe command line is wrong\n";
  out += ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nwhere it is set to anything, no colour is used\n";
  return out;
}

}  // namespace gcmock
