// Runs the built gcmock as a shell would, for tests.
#include "program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

extern char** environ;

namespace gcmock::program {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

pid_t spawn(const std::vector<std::string>& arguments, posix_spawn_file_actions_t* actions) {
  std::vector<std::string> words{GCMOCK_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  ::posix_spawn_file_actions_addchdir_np(actions, GCMOCK_SOURCE_DIR);
  pid_t pid = -1;
  const int failed = ::posix_spawn(&pid, GCMOCK_PROGRAM, actions, nullptr, pointers_to(words).data(), environ);
  if (failed != 0) throw std::runtime_error("cannot start " GCMOCK_PROGRAM);
  return pid;
}

int exit_code_of(pid_t pid) {
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

fs::path fresh_folder() {
  std::string name = (fs::temp_directory_path() / "gcmock-program-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder for output");
  return name;
}

/// Tests may be run by GitHub Actions themselves; what is started is not to speak to it unless a test wants that.
const bool github_is_forgotten = [] {
  for (const char* name : {"GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"}) ::unsetenv(name);
  return true;
}();

}  // namespace

Ran run_into(const std::string& file, const std::vector<std::string>& arguments) {
  const fs::path folder = fresh_folder();
  const std::string err = folder / "err";
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, 1, file.c_str(), O_WRONLY | O_CREAT, 0600);
  ::posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);

  const int exit_code = exit_code_of(spawn(arguments, &actions));

  ::posix_spawn_file_actions_destroy(&actions);
  Ran ran{"", content_of(err), exit_code};
  fs::remove_all(folder);
  return ran;
}

Ran run(const std::vector<std::string>& arguments) {
  const fs::path folder = fresh_folder();
  Ran ran = run_into(folder / "out", arguments);
  ran.out = content_of(folder / "out");
  fs::remove_all(folder);
  return ran;
}

std::string data(const std::string& name) {
  return "tests/cli/data/" + name;
}

Running::Running(const std::vector<std::string>& arguments) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[1], 1);
  pid_ = spawn(arguments, &actions);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  out_ = pipe[0];
}

Running::~Running() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    exit_code_of(pid_);
  }
  ::close(out_);
}

namespace {

int occurrences_of(const std::string& text, const std::string& in) {
  int times = 0;
  for (std::size_t at = in.find(text); at != std::string::npos; at = in.find(text, at + text.size())) ++times;
  return times;
}

}  // namespace

std::string Running::read_until(const std::string& text, int times) {
  std::array<char, 4096> buffer{};
  while (occurrences_of(text, read_) < times) {
    const ssize_t got = ::read(out_, buffer.data(), buffer.size());
    if (got <= 0) break;
    read_.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return read_;
}

void Running::send(int signal) {
  ::kill(pid_, signal);
}

Ran Running::end_by(int signal) {
  send(signal);
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; (got = ::read(out_, buffer.data(), buffer.size())) > 0;) {
    read_.append(buffer.data(), static_cast<std::size_t>(got));
  }
  const int exit_code = exit_code_of(pid_);
  pid_ = -1;
  return {read_, "", exit_code};
}

}  // namespace gcmock::program
