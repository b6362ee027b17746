#include "cli/completion.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

// What stands between the brackets and quotes of a specification of _arguments.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') out += "'\\'";
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string value_of(const DescribedOption& option) {
  if (option.value.empty()) return "";
  const std::string action = !option.choices.empty() ? "(" + joined(option.choices, " ") + ")"
                             : is_path(option)       ? "_files"
                                                     : "";
  return ":" + escaped(option.value) + ":" + action;
}

std::string function_of(const std::string& path) {
  std::string name = "_";
  for (const char c : path) name += c == ' ' ? '_' : c;
  return name;
}

void write_command(const DescribedCommand& command, const std::string& path, std::string& out) {
  out += function_of(path) + "() {\n";
  out += "  _arguments -C '--help[say what there is]'";
  for (const DescribedOption& option : command.options) {
    for (const std::string& name : option.names)
      out += " \\\n    '" + std::string(option.is_repeatable ? "*" : "") + name + "[" + escaped(option.description) +
             "]" + value_of(option) + "'";
  }
  for (const DescribedOption& argument : command.arguments)
    out += " \\\n    '" + std::string(argument.is_repeatable ? "*" : "") + value_of(argument) + "'";
  if (command.commands.empty()) {
    out += "\n}\n";
    return;
  }
  out += " \\\n    '1: :->command' '*:: :->rest'\n  case $state in\n    command) local -a commands=(";
  for (const DescribedCommand& below : command.commands)
    out += "\n      '" + below.name + ":" + escaped(below.description) + "'";
  out += ")\n      _describe command commands ;;\n    rest) case $words[1] in\n";
  for (const DescribedCommand& below : command.commands)
    out += "      " + below.name + ") " + function_of(path + " " + below.name) + " ;;\n";
  out += "    esac ;;\n  esac\n}\n";
  for (const DescribedCommand& below : command.commands) write_command(below, path + " " + below.name, out);
}

}  // namespace

std::string zsh_completion(const DescribedCommand& program) {
  std::string out = "#compdef gcmock\n# zsh completion of gcmock: source <(gcmock completion zsh)\n";
  write_command(program, program.name, out);
  return out + "compdef _gcmock gcmock\n";
}

}  // namespace gcmock
