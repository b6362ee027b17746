// Dates of API requests.
#include "api/iso_8601.h"

#include <gtest/gtest.h>

#include <string>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

const Instant new_year{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

TEST(Iso8601, IsReadWithAndWithoutWhatMayBeMissing) {
  EXPECT_EQ(instant_from_iso_8601("2026-01-01T00:00Z"), new_year);
  EXPECT_EQ(instant_from_iso_8601("2026-01-01T23:59:58"), new_year + 23h + 59min + 58s);
  EXPECT_EQ(instant_from_iso_8601("2026-01-01T00:00:00.050Z"), new_year + 50ms);
  EXPECT_EQ(instant_from_iso_8601("2026-01-01T00:00:00.5"), new_year + 500ms);
}

TEST(Iso8601, IsNothingElse) {
  for (const std::string text :
       {"", "2026-01-01", "2026-13-01T00:00", "2026-02-30T00:00", "2026-01-01 00:00", "2026-01-01T24:00",
        "2026-01-01T00:60", "2026-01-01T00:00:60", "2026-01-01T00:00:00.", "2026-01-01T00:00:00.0000Z",
        "2026-01-01T00:00:00+01:00", "2026-01-01T00:00ZZ", "26-1-1T0:0", "-026-01-01T00:00", "2026-01-01T+1:00"}) {
    EXPECT_EQ(instant_from_iso_8601(text), std::nullopt) << text;
  }
}

TEST(Iso8601, HasIntervals) {
  const auto week = interval_from_iso_8601("2026-01-01T00:00:00/2026-01-08T00:00:00Z");

  ASSERT_TRUE(week);
  EXPECT_EQ(week->from, new_year);
  EXPECT_EQ(week->until, new_year + 7 * 24h);
  EXPECT_FALSE(interval_from_iso_8601("2026-01-01T00:00:00"));
  EXPECT_FALSE(interval_from_iso_8601("2026-01-01T00:00:00/later"));
}

}  // namespace
}  // namespace gcmock
