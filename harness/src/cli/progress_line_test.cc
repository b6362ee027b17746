// The line that tells how far a run is: below everything else, and gone at the end.
#include "cli/progress_line.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <ostream>
#include <sstream>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

/// Drawn at once by its own thread, and not again for an hour: what a test sees behind that hangs on no clock.
const ProgressStyle at_once{true, 0ms, 1h};

/// What is written to a terminal, and when the first of it has been shown there.
class ShownText : public std::stringbuf {
 public:
  void wait_for_the_first() { shown_.wait(); }

 protected:
  int sync() override {
    if (!is_shown_.exchange(true)) shown_.count_down();
    return std::stringbuf::sync();
  }

 private:
  std::atomic<bool> is_shown_ = false;
  std::latch shown_{1};
};

TEST(ProgressLine, StandsBelowWhatIsToldAndIsGoneAtTheEnd) {
  std::ostringstream console;
  {
    ProgressLine line(console, 3, {true, 1h, 1h});
    line.tell("PASS one\n", ProgressLine::Ended::well);
  }
  EXPECT_EQ(console.str(), "PASS one\n") << "a run that is over soon needs none";
}

TEST(ProgressLine, IsRewrittenWithEachScenarioAndLeftOutBehindTheLast) {
  ShownText shown;
  std::ostream console(&shown);
  {
    ProgressLine line(console, 2, at_once);
    shown.wait_for_the_first();
    line.tell("FAIL one\n", ProgressLine::Ended::with_a_problem);
    line.tell("PASS two\n", ProgressLine::Ended::well);
  }

  EXPECT_EQ(shown.str(),
            "0 of 2 scenarios, 0 s\r\x1b[KFAIL one\n1 of 2 scenarios, 1 did not pass, 0 s\r\x1b[KPASS two\n");
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
