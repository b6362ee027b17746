// `gcmock completion`, asked by the shells themselves.
#include <gmock/gmock.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "program.h"

namespace gcmock::program {
namespace {

std::string output_of(const std::string& shell_command) {
  std::string out;
  FILE* pipe = ::popen(shell_command.c_str(), "r");
  if (pipe == nullptr) return out;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
  ::pclose(pipe);
  return out;
}

bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null").c_str()) == 0;
}

std::string script_for(const std::string& shell) {
  const std::string file = std::string(GCMOCK_BINARY_DIR) + "/completion_" +
                           testing::UnitTest::GetInstance()->current_test_info()->name() + "." + shell;
  std::ofstream(file) << run({"completion", shell}).out;
  return file;
}

/// What bash offers behind these words; the last may be begun.
std::string offered_by_bash(const std::string& words) {
  return output_of("bash -c 'source " + script_for("bash") + "; COMP_WORDS=(" + words +
                   "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _gcmock; echo -n \"${COMPREPLY[@]}\"'");
}

TEST(BashCompletesGcmock, Commands) {
  EXPECT_EQ(offered_by_bash("gcmock inv"), "invariants");
}

TEST(BashCompletesGcmock, CommandsBelowCommands) {
  EXPECT_EQ(offered_by_bash("gcmock new wo"), "world");
}

TEST(BashCompletesGcmock, OptionsAndTheirValues) {
  EXPECT_EQ(offered_by_bash("gcmock run --strict"), "--strict-contract");
  EXPECT_EQ(offered_by_bash("gcmock new client --language py"), "python");
}

TEST(OtherShells, ReadTheirCompletions) {
  for (const std::string shell : {"zsh", "fish"}) {
    const std::string file = script_for(shell);
    if (!is_installed(shell)) continue;
    EXPECT_EQ(std::system((shell + " -n " + file).c_str()), 0) << shell;
  }
}

TEST(ManPage, IsReadByGroffWithoutAWarning) {
  if (!is_installed("groff")) GTEST_SKIP() << "groff is not installed";
  const std::string file = std::string(GCMOCK_BINARY_DIR) + "/gcmock_test.1";
  std::ofstream(file) << run({"man"}).out;

  EXPECT_EQ(output_of("groff -man -ww -z " + file + " 2>&1"), "");
}

}  // namespace
}  // namespace gcmock::program
