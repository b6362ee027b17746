// The program: builds the terminal, reads the command line, performs it. The one place where Error is caught.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "cli/command_line.h"
#include "cli/exit_codes.h"
#include "gcmock/error.h"

namespace {

gcmock::Terminal this_terminal() {
  gcmock::Terminal terminal{std::cout, std::cerr};
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org: any value but an empty one
  const bool wanted = no_color == nullptr || *no_color == '\0';
  terminal.colour = wanted && ::isatty(STDOUT_FILENO) == 1;
  if (::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1) terminal.answers = &std::cin;
  const char* kind = std::getenv("TERM");
  const bool can_rewrite = kind != nullptr && std::string_view(kind) != "dumb" && *kind != '\0';
  terminal.progress = can_rewrite && ::isatty(STDOUT_FILENO) == 1;
  winsize size{};
  if (::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.width = std::clamp<std::size_t>(size.ws_col, 60, 140);
  }
  return terminal;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    gcmock::Terminal terminal = this_terminal();
    const gcmock::Command command = gcmock::parse_command_line({argv + 1, argv + argc});
    const int code = std::visit([&](const auto& each) { return gcmock::perform(each, terminal); }, command);
    if (std::cout.flush()) return code;
    throw gcmock::Error("cannot write to standard output");
  } catch (const std::exception& error) {  // Error, or what the standard library throws for a folder it may not read
    std::cerr << "gcmock: " << error.what() << '\n';
    return gcmock::exit_broken;
  }
}
