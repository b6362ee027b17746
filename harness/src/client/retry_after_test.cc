// What each form of Retry-After means.
#include "client/retry_after.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds now{784111777s};  // Sun, 06 Nov 1994 08:49:37 GMT

TEST(RetryAfter, IsANumberOfSeconds) {
  EXPECT_EQ(retry_after_from("42", "", now), 42s);
  EXPECT_EQ(retry_after_from("0", "", now), 0s);
}

TEST(RetryAfter, IsADateThatCountsFromTheAnswersOwn) {
  const std::string in_a_minute = "Sun, 06 Nov 1994 08:50:37 GMT";

  EXPECT_EQ(retry_after_from(in_a_minute, "", now), 60s);
  EXPECT_EQ(retry_after_from(in_a_minute, "Sun, 06 Nov 1994 08:50:07 GMT", now), 30s);
}

TEST(RetryAfter, IsNoWaitWhereItsDateHasPassed) {
  EXPECT_EQ(retry_after_from("Sun, 06 Nov 1994 08:00:00 GMT", "", now), 0s);
}

TEST(RetryAfter, IsBoundedHoweverAbsurdItsNumberIs) {
  EXPECT_EQ(retry_after_from("99999999999999999999999999", "", now), 24h * 365);
  EXPECT_EQ(retry_after_from("99999999999", "", now), 24h * 365);
}

TEST(RetryAfter, SaysNothingWhereItIsNeither) {
  for (const char* text : {"", "-5", "soon", "1.5", "5 seconds"}) {
    EXPECT_EQ(retry_after_from(text, "", now), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace gcmock
