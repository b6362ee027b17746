// Tests of durations, dates and moments as files write them.
#include "scenario/times.h"

#include <gtest/gtest.h>

#include <string>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

TEST(Durations, AreAWholeNumberAndAUnit) {
  EXPECT_EQ(duration_from("250ms"), std::optional(250ms));
  EXPECT_EQ(duration_from("-1h"), std::optional(std::chrono::milliseconds(-1h)));
  EXPECT_EQ(duration_from("30d"), std::optional(std::chrono::milliseconds(720h)));
  for (const std::string text :
       {"", "5", "s", "1.5h", "1 h", "+1h", "1H", "1hh", "9223372036854775807d", "99999999999999999999s"}) {
    EXPECT_EQ(duration_from(text), std::nullopt) << text;
  }
}

TEST(Durations, AreWrittenInTheLargestUnitThatFits) {
  for (const std::string text : {"0s", "1500ms", "25h", "-1h", "90s", "30d", "90m"}) {
    EXPECT_EQ(duration_text(duration_from(text).value()), text);
  }
}

TEST(Dates, ExistInTheCalendar) {
  EXPECT_EQ(date_from("2028-02-29"), std::optional(std::chrono::year{2028} / 2 / 29));
  for (const std::string text : {"2027-02-29", "2027-13-01", "2027-1-1", "2027/01/01", "", "2027-01-01x"}) {
    EXPECT_EQ(date_from(text), std::nullopt) << text;
  }
}

TEST(Moments, AreUtcToTheMillisecond) {
  const Instant midnight = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};

  EXPECT_EQ(instant_from("2026-01-01"), std::optional(midnight));
  EXPECT_EQ(instant_from("2026-01-01T01:02:03Z"), std::optional(midnight + 1h + 2min + 3s));
  EXPECT_EQ(instant_from("2026-01-01T00:00:00.250Z"), std::optional(midnight + 250ms));
  for (const std::string text : {"2026-01-01T24:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00+01:00",
                                 "2026-01-01 00:00:00Z", "2026-01-01T00:00:00.25Z", "2026-01-01T"}) {
    EXPECT_EQ(instant_from(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace gcmock
