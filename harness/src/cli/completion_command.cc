// `gcmock completion` and `gcmock man`: what a package installs beside the program.
#include <ostream>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/exit_codes.h"
#include "cli/man_page.h"

namespace gcmock {
namespace {

std::string completion_for(CompletionCommand::Shell shell) {
  const DescribedCommand program = describe_command_line();
  switch (shell) {
    case CompletionCommand::Shell::bash:
      return bash_completion(program);
    case CompletionCommand::Shell::zsh:
      return zsh_completion(program);
    case CompletionCommand::Shell::fish:
      return fish_completion(program);
  }
  return "";
}

}  // namespace

int perform(const CompletionCommand& command, Terminal& terminal) {
  terminal.out << completion_for(command.shell);
  return exit_ok;
}

int perform(const ManCommand&, Terminal& terminal) {
  terminal.out << man_page(describe_command_line(), GCMOCK_VERSION);
  return exit_ok;
}

}  // namespace gcmock
