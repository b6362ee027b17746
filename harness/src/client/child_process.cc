#include "client/child_process.h"

#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include "client/sigpipe.h"

extern char** environ;

namespace gcmock {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds time_to_say_goodbye{200};
constexpr std::size_t longest_line = 64 * 1024;

// Descriptions of what posix_spawn is to do, each freed by its owner.
struct FileActions {
  posix_spawn_file_actions_t value;
  FileActions() { posix_spawn_file_actions_init(&value); }
  ~FileActions() { posix_spawn_file_actions_destroy(&value); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
};

struct Attributes {
  posix_spawnattr_t value;
  Attributes() { posix_spawnattr_init(&value); }
  ~Attributes() { posix_spawnattr_destroy(&value); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
};

// A program expects signals as a shell leaves them; we ignore or block some (httplib ignores SIGPIPE for all of us).
void ask_for_own_group_and_plain_signals(Attributes& attributes) {
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setflags(&attributes.value, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setpgroup(&attributes.value, 0);
  posix_spawnattr_setsigmask(&attributes.value, &none);
  posix_spawnattr_setsigdefault(&attributes.value, &all);
}

bool is_ours_to_say(std::string_view entry, const Program& program) {
  if (entry.starts_with("GENESYS_")) return true;
  return std::ranges::any_of(program.variables, [&](const auto& variable) {
    return entry.starts_with(variable.first) && entry.substr(variable.first.size()).starts_with('=');
  });
}

// What a developer's shell says of Genesys Cloud must not reach a client that is being tested.
std::vector<std::string> environment_of(const Program& program) {
  std::vector<std::string> entries;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (!is_ours_to_say(*entry, program)) entries.emplace_back(*entry);
  }
  for (const auto& [name, value] : program.variables) entries.push_back(name + "=" + value);
  return entries;
}

std::vector<char*> as_c_array(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

milliseconds left_until(Deadline deadline) {
  const auto left = std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
  return std::max(left, milliseconds{0});
}

// As much as a pipe holds, and no more at a time: a program may write faster than we read.
void read_available(FileDescriptor& from, const auto& take) {
  std::array<char, 16 * 1024> chunk;
  for (int reads = 0; from.is_open() && reads < 64; ++reads) {
    const ssize_t got = ::read(from.number(), chunk.data(), chunk.size());
    if (got > 0)
      take(std::string_view(chunk.data(), static_cast<std::size_t>(got)));
    else if (got == 0)
      from.close();
    else if (errno == EAGAIN)
      return;
    else if (errno != EINTR)
      from.close();
  }
}

// Becomes readable when the process ends; not inherited by other children.
FileDescriptor handle_of(pid_t pid) {
  FileDescriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (handle.is_open()) return handle;
  const std::string why = std::strerror(errno);
  ::kill(-pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
  throw Error("pidfd_open (Linux 5.3 or later is needed): " + why);
}

}  // namespace

std::variant<ChildProcess, NotStarted> ChildProcess::start(const Program& program) {
  if (program.arguments.empty()) return NotStarted{"no program is named"};
  if (!program.directory.empty() && !std::filesystem::is_directory(program.directory))
    return NotStarted{"no such directory: " + program.directory};

  Pipe input = make_pipe();
  Pipe output = make_pipe();
  Pipe errors = make_pipe();
  FileActions actions;
  posix_spawn_file_actions_adddup2(&actions.value, input.read_end.number(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions.value, output.write_end.number(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions.value, errors.write_end.number(), STDERR_FILENO);
  if (!program.directory.empty()) posix_spawn_file_actions_addchdir_np(&actions.value, program.directory.c_str());
  Attributes attributes;
  ask_for_own_group_and_plain_signals(attributes);

  std::vector<std::string> arguments = program.arguments;
  std::vector<std::string> environment = environment_of(program);
  pid_t pid = 0;
  const int error = ::posix_spawnp(&pid, arguments.front().c_str(), &actions.value, &attributes.value,
                                   as_c_array(arguments).data(), as_c_array(environment).data());
  if (error != 0) return NotStarted{arguments.front() + ": " + std::strerror(error)};
  return ChildProcess(pid, handle_of(pid), std::move(input.write_end), std::move(output.read_end),
                      std::move(errors.read_end));
}

ChildProcess::ChildProcess(pid_t pid, FileDescriptor process, FileDescriptor input, FileDescriptor output,
                           FileDescriptor errors)
    : pid_(pid),
      process_(std::move(process)),
      input_(std::move(input)),
      output_end_(std::move(output)),
      errors_end_(std::move(errors)) {
  do_not_block(input_);
  do_not_block(output_end_);
  do_not_block(errors_end_);
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, 0)),
      process_(std::move(other.process_)),
      input_(std::move(other.input_)),
      output_end_(std::move(other.output_end_)),
      errors_end_(std::move(other.errors_end_)),
      output_(std::move(other.output_)),
      errors_(std::move(other.errors_)),
      unread_(std::move(other.unread_)),
      ended_(other.ended_) {}

ChildProcess::~ChildProcess() {
  end();
}

bool ChildProcess::write_line(std::string_view line, Deadline deadline) {
  std::string bytes = std::string(line) + "\n";
  while (input_.is_open() && !bytes.empty()) {
    const ssize_t wrote = write_without_sigpipe(input_.number(), bytes);
    if (wrote > 0) {
      bytes.erase(0, static_cast<std::size_t>(wrote));
    } else if (errno == EAGAIN) {
      if (!wait_for_something(deadline, Write::wanted)) return false;
    } else if (errno != EINTR) {
      input_.close();
    }
  }
  return bytes.empty();
}

std::variant<Line, NoLine> ChildProcess::read_line(Deadline deadline) {
  for (;;) {
    if (const std::size_t end = unread_.find('\n'); end != std::string::npos) {
      Line line{unread_.substr(0, end)};
      unread_.erase(0, end + 1);
      return line;
    }
    if (unread_.size() > longest_line) return NoLine::line_too_long;
    if (!output_end_.is_open() || ended_) return NoLine::output_ended;
    if (!wait_for_something(deadline, Write::not_wanted)) return NoLine::time_is_up;
  }
}

void ChildProcess::close_input() {
  input_.close();
}

std::optional<Ended> ChildProcess::wait_until_ended(Deadline deadline) {
  while (!ended_ && wait_for_something(deadline, Write::not_wanted)) {
  }
  return ended_;
}

void ChildProcess::end() {
  if (pid_ == 0 || ended_) return;
  ::kill(-pid_, SIGTERM);
  if (wait_until_ended(deadline_in(time_to_say_goodbye))) return;
  ::kill(-pid_, SIGKILL);
  reap();
}

// Sleeps until there is something to read, the process ends, or (if wanted) there is room to write. False: time is up.
bool ChildProcess::wait_for_something(Deadline deadline, Write write) {
  std::array<pollfd, 4> watched = {{{process_.number(), POLLIN, 0},
                                    {output_end_.number(), POLLIN, 0},
                                    {errors_end_.number(), POLLIN, 0},
                                    {write == Write::wanted ? input_.number() : -1, POLLOUT, 0}}};
  const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(left_until(deadline).count()));
  if (ready == 0) return false;
  read_what_is_there();
  if (watched[0].revents != 0) reap();
  return true;
}

void ChildProcess::read_what_is_there() {
  read_available(output_end_, [this](std::string_view bytes) {
    output_.append(bytes);
    if (unread_.size() <= longest_line) unread_.append(bytes);
  });
  read_available(errors_end_, [this](std::string_view bytes) { errors_.append(bytes); });
}

// The group's number is the leader's, and stays ours only until the leader is reaped: what is left of the group is
// killed first. Then no one writes any more, and what was written is read to its end.
void ChildProcess::reap() {
  ::kill(-pid_, SIGKILL);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  ended_ = Ended{WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt};
  input_.close();
  read_what_is_there();
}

}  // namespace gcmock
