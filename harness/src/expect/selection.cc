// Choosing exchanges by pattern.
#include "expect/selection.h"

#include <algorithm>

#include "gcmock/harness/matchers.h"

namespace gcmock {

std::vector<std::uint64_t> select(const Exchanges& journal, const ExchangePattern& pattern) {
  std::vector<std::uint64_t> numbers;
  for (const Exchange& exchange : journal) {
    if (matches(pattern, exchange)) numbers.push_back(exchange.seq);
  }
  return numbers;
}

ExchangePattern completed_after(const NeverExpectation& expectation) {
  ExchangePattern after = expectation.after.value_or(ExchangePattern{});
  const ExchangePattern& match = expectation.match;
  if (!after.endpoint) after.endpoint = match.endpoint;
  if (!after.grant) after.grant = match.grant;
  if (!after.org) after.org = match.org;
  if (!after.client) after.client = match.client;
  if (!after.user) after.user = match.user;
  if (!after.method) after.method = match.method;
  if (!after.path) after.path = match.path;
  after.fields.insert(match.fields.begin(), match.fields.end());
  after.headers.insert(match.headers.begin(), match.headers.end());
  return after;
}

NeverFinding find_offenders(const Exchanges& journal, const NeverExpectation& expectation) {
  if (!expectation.after) return {0, select(journal, expectation.match)};
  const ExchangePattern after = completed_after(expectation);
  const auto first =
      std::find_if(journal.begin(), journal.end(), [&](const Exchange& exchange) { return matches(after, exchange); });
  if (first == journal.end()) return {};
  NeverFinding finding{first->seq, {}};
  for (auto later = std::next(first); later != journal.end(); ++later) {
    const bool in_time = !expectation.for_at_most || later->arrived - first->decided <= *expectation.for_at_most;
    if (in_time && matches(expectation.match, *later)) finding.offenders.push_back(later->seq);
  }
  return finding;
}

std::vector<std::uint64_t> find_in_order(const Exchanges& journal, const std::vector<ExchangePattern>& patterns) {
  std::vector<std::uint64_t> found;
  auto from = journal.begin();
  for (const ExchangePattern& pattern : patterns) {
    from = std::find_if(from, journal.end(), [&](const Exchange& exchange) { return matches(pattern, exchange); });
    if (from == journal.end()) return found;
    found.push_back(from->seq);
    ++from;
  }
  return found;
}

}  // namespace gcmock
