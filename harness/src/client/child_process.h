// A program in a process group of its own: started, spoken to by lines, waited for, and ended with all that it started.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "client/captured_text.h"
#include "client/deadline.h"
#include "client/file_descriptor.h"

namespace gcmock {

struct Program {
  std::vector<std::string> arguments;  ///< the first is looked up in PATH, or relative to the directory if it has a '/'
  std::string directory;               ///< empty: this process's
  std::vector<std::pair<std::string, std::string>> variables;  ///< on top of this process's, but for its GENESYS_…
};

/// Why the program could not be started, in the words of errno.
struct NotStarted {
  std::string why;
};

/// How it ended: by itself with a code, or by a signal.
struct Ended {
  std::optional<int> exit_code;  ///< none: a signal ended it
};

/// What reading a line came to.
struct Line {
  std::string text;
};
enum class NoLine { output_ended, time_is_up, line_too_long };

/// Not thread-safe. The destructor ends the whole process group: nothing is left behind but a process that left the
/// group on purpose (setsid); to catch those as well we would have to be the subreaper, and that is the embedding
/// process's to decide.
class ChildProcess {
 public:
  static std::variant<ChildProcess, NotStarted> start(const Program& program);
  ~ChildProcess();
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;

  /// False: the program no longer reads, or did not within the time. Never raises SIGPIPE.
  bool write_line(std::string_view line, Deadline deadline);
  std::variant<Line, NoLine> read_line(Deadline deadline);
  void close_input();

  /// Waits for the program to end by itself, reading what it writes. Empty: still running.
  std::optional<Ended> wait_until_ended(Deadline deadline);
  /// Ends it, if it has not: SIGTERM to the group, and SIGKILL to what is left of it 200 ms later.
  void end();

  [[nodiscard]] std::string standard_output() const { return output_.text(); }
  [[nodiscard]] std::string standard_error() const { return errors_.text(); }
  [[nodiscard]] std::string last_line_of_output() const { return output_.last_line(); }

 private:
  ChildProcess(pid_t pid, FileDescriptor process, FileDescriptor input, FileDescriptor output, FileDescriptor errors);

  enum class Write { not_wanted, wanted };
  bool wait_for_something(Deadline deadline, Write write);
  void read_what_is_there();
  void reap();

  pid_t pid_;  // the process group's too; 0: moved from
  FileDescriptor process_;
  FileDescriptor input_;
  FileDescriptor output_end_;
  FileDescriptor errors_end_;
  CapturedText output_;
  CapturedText errors_;
  std::string unread_;  // of the output: what read_line has not given out
  std::optional<Ended> ended_;
};

}  // namespace gcmock
