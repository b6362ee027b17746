// Words for expectations and findings.
#include "expect/wording.h"

#include <fmt/format.h>

#include "gcmock/harness/matchers.h"
#include "reading/exchange_wording.h"

namespace gcmock {
namespace {

std::string bounds(const CountExpectation& expectation) {
  if (expectation.exactly) return fmt::format("exactly {}", *expectation.exactly);
  if (expectation.at_least && expectation.at_most) {
    return fmt::format("{} to {}", *expectation.at_least, *expectation.at_most);
  }
  if (expectation.at_least) return fmt::format("at least {}", *expectation.at_least);
  return fmt::format("at most {}", expectation.at_most.value_or(0));
}

bool is_about_one(const CountExpectation& expectation) {
  if (expectation.exactly) return *expectation.exactly == 1;
  return expectation.at_most.value_or(expectation.at_least.value_or(0)) == 1;
}

}  // namespace

std::string words_for(const CountExpectation& expectation) {
  return fmt::format("{} exchange{}: {}", bounds(expectation), is_about_one(expectation) ? "" : "s",
                     describe(expectation.match));
}

std::string words_for(const NeverExpectation& expectation) {
  std::string text = "never " + describe(expectation.match);
  if (!expectation.after) return text;
  text += expectation.for_at_most ? fmt::format(" within {} of", describe_span(*expectation.for_at_most)) : " behind";
  return text + " the first of: " + describe(completed_after(expectation));
}

std::string words_for_order(const std::vector<ExchangePattern>& patterns) {
  std::string text = "one behind the other: ";
  for (std::size_t i = 0; i < patterns.size(); ++i) text += (i == 0 ? "" : ", then ") + describe(patterns[i]);
  return text;
}

std::string words_for(const LedgerExpectation& expectation) {
  using Of = LedgerExpectation::Of;
  const auto number = static_cast<std::size_t>(expectation.count);
  switch (expectation.of) {
    case Of::refresh_token:
      return fmt::format("the configured refresh token of org {} is {}", expectation.org.value,
                         life_words(expectation.life, expectation.of));
    case Of::access_token:
      return fmt::format("the configured access token of org {} is {}", expectation.org.value,
                         life_words(expectation.life, expectation.of));
    case Of::live_refresh_tokens:
      return fmt::format("org {} has {}", expectation.org.value, count_of(number, "live refresh token"));
    case Of::live_access_tokens:
      return fmt::format("org {} has {}", expectation.org.value, count_of(number, "live access token"));
  }
  return {};
}

std::string found_words(const std::vector<std::uint64_t>& numbers) {
  if (numbers.empty()) return "found none";
  return fmt::format("found {}: {}", numbers.size(), name_exchanges(numbers));
}

std::string found_words(const NeverFinding& finding) {
  if (finding.offenders.empty() || finding.behind == 0) return found_words(finding.offenders);
  return fmt::format("found {} behind #{}: {}", finding.offenders.size(), finding.behind,
                     name_exchanges(finding.offenders));
}

std::string found_in_order_words(const std::vector<std::uint64_t>& found,
                                 const std::vector<ExchangePattern>& patterns) {
  if (found.size() == patterns.size()) return found_words(found);
  const std::string missing = describe(patterns[found.size()]);
  if (found.empty()) return fmt::format("found no {}", missing);
  return fmt::format("found {}, but no {} behind", name_exchanges(found), missing);
}

std::string life_words(TokenLife life, LedgerExpectation::Of of) {
  switch (life) {
    case TokenLife::live:
      return of == LedgerExpectation::Of::refresh_token ? "unspent" : "live";
    case TokenLife::spent:
      return "spent";
    case TokenLife::revoked:
      return "revoked";
    case TokenLife::expired:
      return "expired";
  }
  return {};
}

}  // namespace gcmock
