// The gmock matchers: what they accept, and what they say when they do not.
#include "gcmock/harness/matchers.h"

#include <gtest/gtest.h>

#include "expect/exchanges_for_tests.h"
#include "expect/selection.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace testing_exchanges;

std::string explain(const JournalMatcher& matcher, const Exchanges& journal) {
  testing::StringMatchResultListener listener;
  matcher.MatchAndExplain(journal, &listener);
  return listener.str();
}

std::string describe_matcher(const JournalMatcher& matcher) {
  std::ostringstream text;
  matcher.DescribeTo(&text);
  return text.str();
}

Exchanges refused_and_hammered() {
  return {call_answered(1, "secondary", 401), refresh_answered(2, "secondary", 403),
          refresh_answered(3, "primary", 200), refresh_answered(4, "secondary", 403),
          refresh_answered(5, "secondary", 403)};
}

TEST(ExchangeLikeMatcher, FindsAnExchangeInAJournal) {
  EXPECT_THAT(refused_and_hammered(), testing::Contains(ExchangeLike(with_status(token_requests_of("primary"), 200))));
  EXPECT_THAT(refused_and_hammered(),
              testing::Not(testing::Contains(ExchangeLike(with_status(token_requests_of("primary"), 403)))));
}

TEST(CountOfMatcher, ComparesTheNumberOfMatchingExchanges) {
  EXPECT_THAT(refused_and_hammered(), CountOf(token_requests_of("secondary"), 3));
  EXPECT_THAT(refused_and_hammered(), testing::Not(CountOf(token_requests_of("secondary"), testing::Le(2))));
}

TEST(CountOfMatcher, SaysWhichExchangesItFound) {
  const auto matcher = CountOf(token_requests_of("secondary"), testing::Le(2));

  EXPECT_EQ(explain(matcher, refused_and_hammered()), "found 3: #2 #4 #5");
  EXPECT_EQ(explain(matcher, {}), "found none");
  EXPECT_EQ(describe_matcher(matcher), "number of token requests for org secondary is <= 2");
}

TEST(NeverMatcher, RefusesAnyMatchWhereNoAfterIsSet) {
  NeverExpectation expectation;
  expectation.match = with_status(token_requests_of("secondary"), 403);

  EXPECT_EQ(explain(Never(expectation), refused_and_hammered()), "found 3: #2 #4 #5");
  expectation.match.status = 500;
  EXPECT_THAT(refused_and_hammered(), Never(expectation));
}

NeverExpectation never_after_403() {
  NeverExpectation expectation;
  expectation.match = token_requests_of("secondary");
  expectation.after = with_status({}, 403);
  return expectation;
}

TEST(NeverMatcher, LooksOnlyBehindTheFirstThatAfterMeans) {
  EXPECT_EQ(explain(Never(never_after_403()), refused_and_hammered()), "found 2 behind #2: #4 #5");
  EXPECT_THAT((Exchanges{refresh_answered(1, "secondary", 200), refresh_answered(2, "secondary", 403)}),
              Never(never_after_403()));
  EXPECT_THAT((Exchanges{refresh_answered(1, "secondary", 200), refresh_answered(2, "secondary", 200)}),
              Never(never_after_403()));
}

TEST(NeverMatcher, TakesWhatAfterDoesNotSayFromMatch) {
  const Exchanges only_primary_was_refused{refresh_answered(1, "primary", 403), refresh_answered(2, "secondary", 200)};

  EXPECT_THAT(only_primary_was_refused, Never(never_after_403()));
}

TEST(NeverMatcher, DoesNotTakeTheStatusOfMatchForAfter) {
  auto expectation = never_after_403();
  expectation.match.status = 200;
  expectation.after = ExchangePattern{};

  EXPECT_EQ(completed_after(expectation).status, std::nullopt);
  EXPECT_EQ(completed_after(expectation).org, OrgName{"secondary"});
}

TEST(NeverMatcher, LooksNoFurtherThanItsSpanOfTime) {
  auto expectation = never_after_403();

  expectation.for_at_most = 199ms;
  EXPECT_THAT(refused_and_hammered(), Never(expectation));
  expectation.for_at_most = 200ms;
  EXPECT_EQ(explain(Never(expectation), refused_and_hammered()), "found 1 behind #2: #4");
  EXPECT_EQ(describe_matcher(Never(expectation)),
            "never token requests for org secondary within 200 ms of the first of: token requests for org secondary "
            "with status 403");
}

TEST(InOrderMatcher, AcceptsOthersInBetweenButNoOtherOrder) {
  const auto call = with_status({}, 401);
  const auto refresh = with_status(token_requests_of("secondary"), 403);

  EXPECT_THAT(refused_and_hammered(), InOrder({call, refresh, refresh, refresh}));
  EXPECT_THAT(refused_and_hammered(), testing::Not(InOrder({refresh, call})));
}

TEST(InOrderMatcher, SaysHowFarItCame) {
  const auto call = with_status({}, 401);
  const auto refresh = with_status(token_requests_of("secondary"), 403);

  EXPECT_EQ(explain(InOrder({call, refresh, call}), refused_and_hammered()),
            "found #1 #2, but no requests with status 401 behind");
  EXPECT_EQ(explain(InOrder({with_status({}, 500)}), refused_and_hammered()), "found no requests with status 500");
}

TEST(InOrderMatcher, DoesNotUseOneExchangeTwice) {
  const auto primary = token_requests_of("primary");

  EXPECT_THAT(refused_and_hammered(), testing::Not(InOrder({primary, primary})));
}

}  // namespace
}  // namespace gcmock
