// gmock matchers over journals and exchanges: `EXPECT_THAT(server.journal(), ...)` and the harness's own
// expectations share them. They work outside a test run (testing::ExplainMatchResult).
#pragma once

#include <gmock/gmock.h>

#include <cstdint>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// Does this exchange match the pattern.
bool matches(const ExchangePattern& pattern, const Exchange& exchange);

/// "token requests for org secondary with status 403".
std::string describe(const ExchangePattern& pattern);

/// An exchange that matches the pattern: `EXPECT_THAT(journal, testing::Contains(ExchangeLike(pattern)))`.
testing::Matcher<const Exchange&> ExchangeLike(ExchangePattern pattern);

using JournalMatcher = testing::Matcher<const std::vector<Exchange>&>;

/// So many exchanges match: `EXPECT_THAT(server.journal(), CountOf(pattern, testing::Le(2)))`.
JournalMatcher CountOf(ExchangePattern pattern, testing::Matcher<int> count);

/// None matches; with `after` none behind the first that matches that one, within `for_at_most` where set.
JournalMatcher Never(NeverExpectation expectation);

/// These, one behind the other.
JournalMatcher InOrder(std::vector<ExchangePattern> patterns);

}  // namespace gcmock
