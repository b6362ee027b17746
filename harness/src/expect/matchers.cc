// The gmock matchers over journals.
#include "gcmock/harness/matchers.h"

#include <fmt/format.h>

#include <ostream>
#include <utility>

#include "expect/selection.h"
#include "expect/wording.h"
#include "reading/exchange_wording.h"

namespace gcmock {
namespace {

class ExchangeLikeMatcher final : public testing::MatcherInterface<const Exchange&> {
 public:
  explicit ExchangeLikeMatcher(ExchangePattern pattern) : pattern_(std::move(pattern)) {}
  bool MatchAndExplain(const Exchange& exchange, testing::MatchResultListener*) const override {
    return matches(pattern_, exchange);
  }
  void DescribeTo(std::ostream* out) const override { *out << "is among the " << describe(pattern_); }
  void DescribeNegationTo(std::ostream* out) const override { *out << "is not among the " << describe(pattern_); }

 private:
  ExchangePattern pattern_;
};

class CountOfMatcher final : public testing::MatcherInterface<const Exchanges&> {
 public:
  CountOfMatcher(ExchangePattern pattern, testing::Matcher<int> count)
      : pattern_(std::move(pattern)), count_(std::move(count)) {}
  bool MatchAndExplain(const Exchanges& journal, testing::MatchResultListener* listener) const override {
    const auto found = select(journal, pattern_);
    *listener << found_words(found);
    return count_.Matches(static_cast<int>(found.size()));
  }
  void DescribeTo(std::ostream* out) const override {
    *out << "number of " << describe(pattern_) << " ";
    count_.DescribeTo(out);
  }
  void DescribeNegationTo(std::ostream* out) const override {
    *out << "number of " << describe(pattern_) << " ";
    count_.DescribeNegationTo(out);
  }

 private:
  ExchangePattern pattern_;
  testing::Matcher<int> count_;
};

class NeverMatcher final : public testing::MatcherInterface<const Exchanges&> {
 public:
  explicit NeverMatcher(NeverExpectation expectation) : expectation_(std::move(expectation)) {}
  bool MatchAndExplain(const Exchanges& journal, testing::MatchResultListener* listener) const override {
    const auto finding = find_offenders(journal, expectation_);
    *listener << found_words(finding);
    return finding.offenders.empty();
  }
  void DescribeTo(std::ostream* out) const override { *out << words_for(expectation_); }
  void DescribeNegationTo(std::ostream* out) const override { *out << "not: " << words_for(expectation_); }

 private:
  NeverExpectation expectation_;
};

class InOrderMatcher final : public testing::MatcherInterface<const Exchanges&> {
 public:
  explicit InOrderMatcher(std::vector<ExchangePattern> patterns) : patterns_(std::move(patterns)) {}
  bool MatchAndExplain(const Exchanges& journal, testing::MatchResultListener* listener) const override {
    const auto found = find_in_order(journal, patterns_);
    *listener << found_in_order_words(found, patterns_);
    return found.size() == patterns_.size();
  }
  void DescribeTo(std::ostream* out) const override { *out << words_for_order(patterns_); }
  void DescribeNegationTo(std::ostream* out) const override { *out << "not " << words_for_order(patterns_); }

 private:
  std::vector<ExchangePattern> patterns_;
};

}  // namespace

testing::Matcher<const Exchange&> ExchangeLike(ExchangePattern pattern) {
  return testing::MakeMatcher(new ExchangeLikeMatcher(std::move(pattern)));
}

JournalMatcher CountOf(ExchangePattern pattern, testing::Matcher<int> count) {
  return testing::MakeMatcher(new CountOfMatcher(std::move(pattern), std::move(count)));
}

JournalMatcher Never(NeverExpectation expectation) {
  return testing::MakeMatcher(new NeverMatcher(std::move(expectation)));
}

JournalMatcher InOrder(std::vector<ExchangePattern> patterns) {
  return testing::MakeMatcher(new InOrderMatcher(std::move(patterns)));
}

}  // namespace gcmock
