// Expectations to checks, by way of the gmock matchers.
#include "expect/check_expectations.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "expect/configured_token.h"
#include "expect/near_miss.h"
#include "expect/selection.h"
#include "expect/wording.h"
#include "gcmock/harness/matchers.h"

namespace gcmock {
namespace {

using Of = LedgerExpectation::Of;

testing::Matcher<int> count_matcher(const CountExpectation& expectation) {
  std::vector<testing::Matcher<int>> bounds;
  if (expectation.exactly) bounds.emplace_back(testing::Eq(*expectation.exactly));
  if (expectation.at_least) bounds.emplace_back(testing::Ge(*expectation.at_least));
  if (expectation.at_most) bounds.emplace_back(testing::Le(*expectation.at_most));
  return testing::AllOfArray(bounds);
}

// `found` is what the matcher itself says of the journal, so that EXPECT_THAT and a scenario speak alike.
CheckResult judge(const JournalMatcher& matcher, const Exchanges& journal) {
  testing::StringMatchResultListener listener;
  CheckResult check;
  check.passed = matcher.MatchAndExplain(journal, &listener);
  check.found = listener.str();
  return check;
}

bool wants_more(const CountExpectation& expectation, std::size_t found) {
  const int least = expectation.exactly.value_or(expectation.at_least.value_or(0));
  return static_cast<int>(found) < least;
}

CheckResult check(const CountExpectation& expectation, const Exchanges& journal) {
  CheckResult result = judge(CountOf(expectation.match, count_matcher(expectation)), journal);
  result.what = words_for(expectation);
  result.exchanges = select(journal, expectation.match);
  result.place = expectation.place;
  if (!result.passed && wants_more(expectation, result.exchanges.size())) {
    result.near_miss = nearest(journal, expectation.match);
  }
  return result;
}

CheckResult check(const NeverExpectation& expectation, const Exchanges& journal) {
  CheckResult result = judge(Never(expectation), journal);
  result.what = words_for(expectation);
  result.exchanges = find_offenders(journal, expectation).offenders;
  result.place = expectation.place;
  return result;
}

CheckResult check(const OrderExpectation& expectation, const Exchanges& journal) {
  CheckResult result = judge(InOrder(expectation.patterns), journal);
  result.what = words_for_order(expectation.patterns);
  result.exchanges = find_in_order(journal, expectation.patterns);
  result.place = expectation.place;
  if (const std::size_t found = result.exchanges.size(); found < expectation.patterns.size()) {
    result.near_miss = nearest(journal, expectation.patterns[found], found == 0 ? 0 : result.exchanges.back());
  }
  return result;
}

CheckResult check_life(const LedgerExpectation& expectation, CredentialKind kind,
                       const std::vector<LedgerEntry>& ledger) {
  CheckResult result{words_for(expectation), "", {}, expectation.place, false};
  const LedgerEntry* token = configured_token(ledger, kind, expectation.org);
  if (token == nullptr) {
    result.found = fmt::format("org {} started with no such token, or with several and none of them named main",
                               expectation.org.value);
    return result;
  }
  result.passed = token->life == expectation.life;
  result.found = fmt::format("{} is {}", token->credential.label, life_words(token->life, expectation.of));
  return result;
}

CheckResult check_count(const LedgerExpectation& expectation, CredentialKind kind,
                        const std::vector<LedgerEntry>& ledger) {
  std::vector<std::string> live;
  for (const LedgerEntry& entry : ledger) {
    const bool counts = entry.credential.kind == kind && entry.credential.org == expectation.org;
    if (counts && entry.life == TokenLife::live) live.push_back(entry.credential.label);
  }
  std::sort(live.begin(), live.end());
  CheckResult result{words_for(expectation), fmt::format("found {}", live.size()), {}, expectation.place, false};
  for (std::size_t i = 0; i < live.size(); ++i) result.found += (i == 0 ? ": " : ", ") + live[i];
  result.passed = static_cast<int>(live.size()) == expectation.count;
  return result;
}

CheckResult check(const LedgerExpectation& expectation, const std::vector<LedgerEntry>& ledger) {
  switch (expectation.of) {
    case Of::refresh_token:
      return check_life(expectation, CredentialKind::refresh_token, ledger);
    case Of::access_token:
      return check_life(expectation, CredentialKind::access_token, ledger);
    case Of::live_refresh_tokens:
      return check_count(expectation, CredentialKind::refresh_token, ledger);
    case Of::live_access_tokens:
      return check_count(expectation, CredentialKind::access_token, ledger);
  }
  return {};
}

}  // namespace

std::vector<CheckResult> check_expectations(const Expectations& expectations, const std::vector<Exchange>& journal,
                                            const std::vector<LedgerEntry>& ledger) {
  std::vector<CheckResult> checks;
  for (const auto& expectation : expectations.exchanges) checks.push_back(check(expectation, journal));
  for (const auto& expectation : expectations.never) checks.push_back(check(expectation, journal));
  for (const auto& expectation : expectations.in_order) checks.push_back(check(expectation, journal));
  for (const auto& expectation : expectations.ledger) checks.push_back(check(expectation, ledger));
  std::stable_sort(checks.begin(), checks.end(), [](const CheckResult& left, const CheckResult& right) {
    return std::tie(left.place.line, left.place.column) < std::tie(right.place.line, right.place.column);
  });
  return checks;
}

}  // namespace gcmock
