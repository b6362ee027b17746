// The line that tells how far a run is: below everything else, and gone at the end.
#include "cli/progress_line.h"

#include <gtest/gtest.h>

#include <sstream>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

/// Drawn at once, and not by itself: what a test sees hangs on no clock.
const ProgressStyle at_once{true, 0ms, 1h};

TEST(ProgressLine, StandsBelowWhatIsToldAndIsGoneAtTheEnd) {
  std::ostringstream console;
  {
    ProgressLine line(console, 3, {true, 1h, 1h});
    line.tell("PASS one\n", ProgressLine::Ended::well);
  }
  EXPECT_EQ(console.str(), "PASS one\n") << "a run that is over soon needs none";
}

TEST(ProgressLine, IsRewrittenWithEachScenarioAndLeftOutBehindTheLast) {
  std::ostringstream console;
  {
    ProgressLine line(console, 2, at_once);
    line.tell("FAIL one\n", ProgressLine::Ended::with_a_problem);
    line.tell("PASS two\n", ProgressLine::Ended::well);
  }
  std::string text = console.str();
  text.erase(0, text.find("FAIL"));  // its own thread may have drawn the first line already

  EXPECT_EQ(text, "FAIL one\n1 of 2 scenarios, 1 did not pass, 0 s\r\x1b[KPASS two\n");
}

TEST(ProgressLine, IsNotShownWhereTheConsoleIsNoTerminal) {
  std::ostringstream console;
  {
    ProgressLine line(console, 2, {false, 0ms, 0ms});
    line.tell("PASS one\n", ProgressLine::Ended::well);
  }

  EXPECT_EQ(console.str(), "PASS one\n");
}

}  // namespace
}  // namespace gcmock
