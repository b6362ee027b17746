// The three forms of RFC 9110 §5.6.7, all of the same moment.
#include "client/http_date.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

constexpr std::chrono::sys_seconds the_rfcs_moment{std::chrono::seconds{784111777}};  // 1994-11-06T08:49:37Z

TEST(HttpDate, IsReadInEachOfItsThreeForms) {
  for (const char* text :
       {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"}) {
    EXPECT_EQ(http_date_from(text), the_rfcs_moment) << text;
  }
}

TEST(HttpDate, IsNothingElse) {
  for (const char* text : {"", "soon", "30", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT, or later"}) {
    EXPECT_EQ(http_date_from(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace gcmock
