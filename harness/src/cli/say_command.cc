// Help, version, and mistakes in the command line.
#include <ostream>

#include "cli/commands.h"
#include "cli/exit_codes.h"

namespace gcmock {

int perform(const SayCommand& command, Terminal& terminal) {
  (command.exit_code == exit_ok ? terminal.out : terminal.err) << command.text;
  return command.exit_code;
}

}  // namespace gcmock
