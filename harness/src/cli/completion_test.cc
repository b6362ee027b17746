#include "cli/completion.h"

#include <gmock/gmock.h>

#include "cli/command_line.h"
#include "cli/man_page.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;

DescribedCommand program() {
  DescribedCommand program{"gcmock", "A program.", {}, {}, {}};
  DescribedCommand run{"run", "run what's there", {}, {}, {}};
  run.options.push_back({{"--client"}, "PATH", {}, "the client", "", false, false});
  run.options.push_back({{"--clock"}, "CLOCK", {"real", "frozen"}, "which [clock]: it is", "real", false, false});
  run.options.push_back({{"--verbose", "-v"}, "", {}, "more", "", false, false});
  run.arguments.push_back({{}, "FILE", {}, "a file", "", true, true});
  program.commands.push_back(run);
  return program;
}

TEST(BashCompletion, CompletesChoicesAndFiles) {
  const std::string script = bash_completion(program());

  EXPECT_THAT(script, HasSubstr("--clock) COMPREPLY=($(compgen -W 'real frozen' -- \"$current\")); return ;;"));
  EXPECT_THAT(script, HasSubstr("--client) COMPREPLY=($(compgen -f -- \"$current\")); return ;;"));
  EXPECT_THAT(script, HasSubstr("-W '--help --client --clock --verbose -v'"));
  EXPECT_THAT(script, Not(HasSubstr("--verbose)")));
}

TEST(FishCompletion, EscapesWhatFishReads) {
  const std::string script = fish_completion(program());

  EXPECT_THAT(script, HasSubstr("-a run -d 'run what\\'s there'"));
  EXPECT_THAT(script, HasSubstr("-l clock -x -a 'real frozen'"));
  EXPECT_THAT(script, HasSubstr("-l client -r -F"));
  EXPECT_THAT(script, HasSubstr("-l verbose -s v -d 'more'"));
}

TEST(ZshCompletion, EscapesWhatZshReads) {
  const std::string script = zsh_completion(program());

  EXPECT_THAT(script, HasSubstr("'--clock[which \\[clock\\]\\: it is]:CLOCK:(real frozen)'"));
  EXPECT_THAT(script, HasSubstr("'run:run what'\\''s there'"));
  EXPECT_THAT(script, HasSubstr("'*:FILE:_files'"));
}

TEST(ManPage, TellsEachCommandAndItsOptions) {
  const std::string page = man_page(program(), "1.2.3");

  EXPECT_THAT(page, HasSubstr(".TH GCMOCK 1 \"\" \"gcmock 1.2.3\""));
  EXPECT_THAT(page, HasSubstr(".SS gcmock run FILE..."));
  EXPECT_THAT(page, HasSubstr(".B \\-\\-clock CLOCK\nwhich [clock]: it is: real, frozen (default: real)\n"));
}

TEST(DescribedCommandLine, HasTheCommandsAndTheirOptions) {
  const DescribedCommand gcmock = describe_command_line();

  ASSERT_FALSE(gcmock.commands.empty());
  const DescribedCommand& run = gcmock.commands.front();
  EXPECT_EQ(run.name, "run");
  EXPECT_EQ(usage_of(run.arguments.at(0)), "[PATH]...");
  EXPECT_EQ(run.arguments.at(0).standard, "scenarios");
  const auto jobs = std::ranges::find(run.options, std::vector<std::string>{"--jobs", "-j"}, &DescribedOption::names);
  ASSERT_NE(jobs, run.options.end());
  EXPECT_EQ(usage_of(*jobs), "--jobs,-j N");
  EXPECT_EQ(jobs->standard, "1");
}

}  // namespace
}  // namespace gcmock
