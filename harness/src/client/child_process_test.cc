#include "client/child_process.h"

#include <poll.h>
#include <sys/stat.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <csignal>
#include <cstdlib>
#include <filesystem>

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::SizeIs;

Program shell(const std::string& script) {
  return {{"/bin/sh", "-c", script}, "", {}};
}

ChildProcess started(const Program& program) {
  auto result = ChildProcess::start(program);
  return std::move(std::get<ChildProcess>(result));
}

// Long enough to be never reached by what is right.
Deadline later() {
  return deadline_in(std::chrono::seconds{30});
}
Deadline soon() {
  return deadline_in(milliseconds{50});
}

std::string line_of(const std::variant<Line, NoLine>& read) {
  const auto* line = std::get_if<Line>(&read);
  return line == nullptr ? "(no line)" : line->text;
}

// A named pipe whose read end notices when nobody holds the other end any more.
class Leash {
 public:
  Leash() {
    std::string pattern = testing::TempDir() + "leash-XXXXXX";
    directory_ = ::mkdtemp(pattern.data());
    ::mkfifo(path().c_str(), 0600);
    read_end_ = FileDescriptor(::open(path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  }
  ~Leash() { std::filesystem::remove_all(directory_); }
  Leash(const Leash&) = delete;
  Leash& operator=(const Leash&) = delete;

  [[nodiscard]] std::string path() const { return directory_ + "/pipe"; }
  [[nodiscard]] bool is_let_go() const {
    pollfd watched{read_end_.number(), POLLIN, 0};
    return ::poll(&watched, 1, 30000) == 1 && (watched.revents & POLLHUP) != 0;
  }

 private:
  std::string directory_;
  FileDescriptor read_end_;
};

TEST(ChildProcess, EndsWithItsExitCode) {
  ChildProcess process = started(shell("echo out; echo err >&2; exit 7"));

  const auto ended = process.wait_until_ended(later());

  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->exit_code, 7);
  EXPECT_EQ(process.standard_output(), "out\n");
  EXPECT_EQ(process.standard_error(), "err\n");
}

TEST(ChildProcess, HasNoExitCodeWhereASignalEndedIt) {
  ChildProcess process = started(shell("kill -9 $$"));

  const auto ended = process.wait_until_ended(later());

  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->exit_code, std::nullopt);
}

TEST(ChildProcess, AnswersLineByLine) {
  ChildProcess process = started(shell("while read line; do echo \"<$line>\"; done"));

  EXPECT_TRUE(process.write_line("one", later()));
  const auto first = process.read_line(later());
  EXPECT_TRUE(process.write_line("two", later()));
  const auto second = process.read_line(later());
  process.close_input();

  EXPECT_EQ(line_of(first), "<one>");
  EXPECT_EQ(line_of(second), "<two>");
  EXPECT_EQ(process.wait_until_ended(later())->exit_code, 0);
}

TEST(ChildProcess, GivesOutLinesThatWereWrittenBeforeItEnded) {
  ChildProcess process = started(shell("echo one; echo two"));
  process.wait_until_ended(later());

  EXPECT_EQ(line_of(process.read_line(later())), "one");
  EXPECT_EQ(line_of(process.read_line(later())), "two");
  EXPECT_EQ(std::get<NoLine>(process.read_line(later())), NoLine::output_ended);
}

TEST(ChildProcess, SaysThatTimeIsUpWhereNothingIsWritten) {
  ChildProcess process = started(shell("exec sleep 1000"));

  EXPECT_EQ(std::get<NoLine>(process.read_line(soon())), NoLine::time_is_up);
  EXPECT_EQ(process.wait_until_ended(soon()), std::nullopt);
}

TEST(ChildProcess, IsNotWrittenToWhereItDoesNotRead) {
  ChildProcess process = started(shell("exec 0<&-; echo closed; exec sleep 1000"));
  process.read_line(later());

  EXPECT_FALSE(process.write_line("anybody there?", later()));
}

TEST(ChildProcess, DoesNotWaitForEverForRoomToWrite) {
  ChildProcess process = started(shell("exec sleep 1000"));

  EXPECT_FALSE(process.write_line(std::string(1024 * 1024, 'x'), soon()));
}

TEST(ChildProcess, KeepsOnlyTheBeginningOfWhatAProgramWritesWithoutEnd) {
  ChildProcess process = started(shell("head -c 2000000 /dev/zero | tr '\\0' x; echo; echo done >&2"));

  const auto read = process.read_line(later());
  const auto ended = process.wait_until_ended(later());

  EXPECT_EQ(std::get<NoLine>(read), NoLine::line_too_long);
  EXPECT_TRUE(ended);
  EXPECT_THAT(process.standard_output(), SizeIs(1024 * 1024 + 16));
  EXPECT_EQ(process.standard_error(), "done\n");
}

TEST(ChildProcess, TellsWhyAProgramCannotBeStarted) {
  const auto missing = ChildProcess::start({{"/no/such/program"}, "", {}});
  const auto no_program = ChildProcess::start({{"/"}, "", {}});
  const auto no_directory = ChildProcess::start({{"true"}, "/no/such/directory", {}});

  EXPECT_EQ(std::get<NotStarted>(missing).why, "/no/such/program: No such file or directory");
  EXPECT_EQ(std::get<NotStarted>(no_program).why, "/: Permission denied");
  EXPECT_EQ(std::get<NotStarted>(no_directory).why, "no such directory: /no/such/directory");
}

TEST(ChildProcess, RunsInItsDirectory) {
  ChildProcess process = started({{"pwd"}, "/usr", {}});

  EXPECT_EQ(line_of(process.read_line(later())), "/usr");
}

TEST(ChildProcess, IsToldItsVariablesAndNothingElseOfGenesys) {
  ::setenv("GENESYS_ORG_LEFTOVER_CLIENT_ID", "from the developer's shell", 1);
  Program program = shell("echo $GENESYS_API_URL-$GENESYS_ORG_LEFTOVER_CLIENT_ID");
  program.variables = {{"GENESYS_API_URL", "http://api"}};
  ChildProcess process = started(program);
  ::unsetenv("GENESYS_ORG_LEFTOVER_CLIENT_ID");

  EXPECT_EQ(line_of(process.read_line(later())), "http://api-");
}

TEST(ChildProcess, FindsSignalsAsAShellLeavesThem) {
  const auto before = ::signal(SIGPIPE, SIG_IGN);
  ChildProcess process = started(shell("kill -PIPE $$; echo survived"));
  ::signal(SIGPIPE, before);

  EXPECT_EQ(process.wait_until_ended(later())->exit_code, std::nullopt);
  EXPECT_EQ(process.standard_output(), "");
}

TEST(ChildProcess, IsEndedByItsDestructorWithItsChildren) {
  const Leash leash;
  {
    ChildProcess process = started(shell("exec 9>" + leash.path() + "; sleep 1000 & echo ready; wait"));
    ASSERT_EQ(line_of(process.read_line(later())), "ready");
  }

  EXPECT_TRUE(leash.is_let_go());
}

TEST(ChildProcess, LeavesNoChildBehindThatIgnoresATermination) {
  const Leash leash;
  {
    ChildProcess process =
        started(shell("exec 9>" + leash.path() + "; trap '' TERM; sleep 1000 & echo ready; while :; do wait; done"));
    ASSERT_EQ(line_of(process.read_line(later())), "ready");
  }

  EXPECT_TRUE(leash.is_let_go());
}

TEST(ChildProcess, LeavesNoChildBehindWhenItEndsByItself) {
  const Leash leash;
  ChildProcess process = started(shell("exec 9>" + leash.path() + "; sleep 1000 & echo ready"));

  const auto ended = process.wait_until_ended(later());

  EXPECT_EQ(ended->exit_code, 0);
  EXPECT_TRUE(leash.is_let_go());
}

}  // namespace
}  // namespace gcmock
