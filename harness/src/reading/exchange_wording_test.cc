// How exchanges and spans of time are worded.
#include "reading/exchange_wording.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

TEST(ExchangeWording, NamesExchangesByTheirNumbers) {
  EXPECT_EQ(name_exchanges({4, 6, 7}), "#4 #6 #7");
}

TEST(ExchangeWording, NamesTenOfManyAndCountsTheRest) {
  EXPECT_EQ(name_exchanges({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}), "#1 #2 #3 #4 #5 #6 #7 #8 #9 #10 and 2 more");
}

TEST(ExchangeWording, SaysSpansInTheUnitThatFits) {
  EXPECT_EQ(describe_span(2123ms), "2.1 s");
  EXPECT_EQ(describe_span(12400us), "12 ms");
  EXPECT_EQ(describe_span(420us), "0.4 ms");
  EXPECT_EQ(describe_span(3ns), "0.1 ms");
  EXPECT_EQ(describe_span(-5ms), "0 ms");
}

TEST(ExchangeWording, CountsOneInTheSingular) {
  EXPECT_EQ(count_of(1, "token request"), "1 token request");
  EXPECT_EQ(count_of(7, "token request"), "7 token requests");
}

}  // namespace
}  // namespace gcmock
