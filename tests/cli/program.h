// Runs the built gcmock as a shell would, for tests.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace gcmock::program {

struct Ran {
  std::string out;
  std::string err;
  int exit_code = -1;
};

/// Arguments are passed as they are.
Ran run(const std::vector<std::string>& arguments);

/// The same with standard output going to `file`, and nothing in Ran::out.
Ran run_into(const std::string& file, const std::vector<std::string>& arguments);

/// A file of tests/cli/data.
std::string data(const std::string& name);

/// A program that stays up. The destructor kills it.
class Running {
 public:
  explicit Running(const std::vector<std::string>& arguments);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// Reads standard output until `text` came so many times, or the program ended. All that was read so far.
  std::string read_until(const std::string& text, int times = 1);
  void send(int signal);
  /// Sends the signal, reads the rest and waits for the end.
  Ran end_by(int signal);

 private:
  pid_t pid_ = -1;
  int out_ = -1;
  std::string read_;
};

}  // namespace gcmock::program
