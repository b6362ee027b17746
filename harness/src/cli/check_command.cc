// `gcmock check`: all mistakes of all files at once.
#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/file_kind.h"
#include "report/text_layout.h"

namespace gcmock {

int perform(const CheckCommand& command, Terminal& terminal) {
  const std::vector<std::string> files = find_json_files(command.paths);
  std::vector<Diagnostic> told;
  for (const std::string& file : files) {
    for (const Diagnostic& diagnostic : mistakes_in(file)) {
      // A world's mistake is found again in each scenario that uses the world.
      if (std::find(told.begin(), told.end(), diagnostic) != told.end()) continue;
      terminal.out << diagnostic << '\n';
      told.push_back(diagnostic);
    }
  }
  const std::string looked_at = counted(files.size(), "file");
  if (files.empty()) {
    terminal.err << "gcmock: nothing to check: no JSON files there\n";
    return exit_vacuous;
  }
  terminal.out << looked_at << ", " << (told.empty() ? "no mistakes" : counted(told.size(), "mistake")) << '\n';
  return told.empty() ? exit_ok : exit_invalid;
}

}  // namespace gcmock
