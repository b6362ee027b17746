#include "client/captured_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gcmock {
namespace {

using testing::EndsWith;
using testing::SizeIs;

TEST(CapturedText, IsWhatWasWritten) {
  CapturedText captured;

  captured.append("one\ntw");
  captured.append("o\n");

  EXPECT_EQ(captured.text(), "one\ntwo\n");
  EXPECT_EQ(captured.last_line(), "two");
}

TEST(CapturedText, TakesALineWithoutItsEndForALine) {
  CapturedText captured;

  captured.append("one\ntwo");

  EXPECT_EQ(captured.last_line(), "two");
}

TEST(CapturedText, HasNoLastLineWhereNothingWasWritten) {
  CapturedText captured;

  captured.append("\n\n");

  EXPECT_EQ(captured.last_line(), "");
}

TEST(CapturedText, IsCutAtAMebibyteAndStillKnowsTheLastLine) {
  CapturedText captured;

  captured.append(std::string(1100 * 1024, 'x'));
  captured.append("\nthe end\n");

  EXPECT_THAT(captured.text(), SizeIs(1024 * 1024 + 16));
  EXPECT_THAT(captured.text(), EndsWith("x\n[cut at 1 MiB]\n"));
  EXPECT_EQ(captured.last_line(), "the end");
}

}  // namespace
}  // namespace gcmock
