#include "cli/completion.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

// The words that may follow `path`, "gcmock new", and how option values are completed there.
void write_cases(const DescribedCommand& command, const std::string& path, std::string& out) {
  std::vector<std::string> words{"--help"};
  for (const DescribedCommand& below : command.commands) words.push_back(below.name);
  bool takes_paths = false;
  for (const DescribedOption& argument : command.arguments) {
    words.insert(words.end(), argument.choices.begin(), argument.choices.end());
    takes_paths = takes_paths || is_path(argument);
  }
  std::string values;
  for (const DescribedOption& option : command.options) {
    for (const std::string& name : option.names) {
      words.push_back(name);
      if (option.value.empty()) continue;
      const std::string reply = !option.choices.empty()
                                    ? "COMPREPLY=($(compgen -W '" + joined(option.choices, " ") + "' -- \"$current\"))"
                                : is_path(option) ? "COMPREPLY=($(compgen -f -- \"$current\"))"
                                                  : "COMPREPLY=()";
      values += "        " + name + ") " + reply + "; return ;;\n";
    }
  }
  out += "    '" + path + "')\n";
  if (!values.empty()) out += "      case \"$previous\" in\n" + values + "      esac\n";
  out += "      COMPREPLY=($(compgen -W '" + joined(words, " ") + "' -- \"$current\"))\n";
  if (takes_paths) out += "      [[ $current == -* ]] || COMPREPLY+=($(compgen -f -- \"$current\"))\n";
  out += "      ;;\n";
  for (const DescribedCommand& below : command.commands) write_cases(below, path + " " + below.name, out);
}

void list_paths(const DescribedCommand& command, const std::string& path, std::vector<std::string>& paths) {
  for (const DescribedCommand& below : command.commands) {
    paths.push_back("'" + path + " " + below.name + "'");
    list_paths(below, path + " " + below.name, paths);
  }
}

}  // namespace

std::string bash_completion(const DescribedCommand& program) {
  std::vector<std::string> paths;
  list_paths(program, program.name, paths);
  std::string cases;
  write_cases(program, program.name, cases);
  return "# bash completion of gcmock: source <(gcmock completion bash)\n"
         "_gcmock() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path=gcmock word candidate\n"
         "  local commands=(" +
         joined(paths, " ") +
         ")\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    for candidate in \"${commands[@]}\"; do\n"
         "      [[ $candidate == \"$path $word\" ]] && { path=$candidate; break; }\n"
         "    done\n"
         "  done\n"
         "  COMPREPLY=()\n"
         "  case \"$path\" in\n" +
         cases +
         "  esac\n"
         "}\n"
         "complete -o filenames -F _gcmock gcmock\n";
}

}  // namespace gcmock
