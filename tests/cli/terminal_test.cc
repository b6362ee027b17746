// gcmock with a terminal before it: colours, and none where NO_COLOR says so.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

#include "program.h"

namespace gcmock::program {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What the program wrote to a terminal that is its standard output.
std::string shown_on_a_terminal(const std::vector<std::string>& arguments) {
  const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
  ::grantpt(master);
  ::unlockpt(master);
  const std::string terminal = ::ptsname(master);
  const int held = ::open(terminal.c_str(), O_RDWR | O_NOCTTY);  // without it the master reads nothing but errors
  std::string shown;
  std::thread reader([&] {
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(master, buffer, sizeof buffer)) > 0;) {
      shown.append(buffer, static_cast<std::size_t>(got));
      if (shown.find("\x04") != std::string::npos) return;
    }
  });
  run_into(terminal, arguments);
  if (::write(held, "\x04", 1) != 1) ADD_FAILURE() << "the end could not be marked";
  reader.join();
  ::close(held);
  ::close(master);
  return shown;
}

TEST(OnATerminal, IsColoured) {
  EXPECT_THAT(shown_on_a_terminal({"run", data("fail.json")}), HasSubstr("\x1b[31mFAIL\x1b[0m"));
}

TEST(OnATerminal, IsNotColouredWhereNoColorSaysSo) {
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_THAT(shown_on_a_terminal({"run", data("fail.json")}), Not(HasSubstr("\x1b[")));
  ::unsetenv("NO_COLOR");
}

}  // namespace
}  // namespace gcmock::program
