// I-13: whatever goes wrong, one thing that the client was asked to do makes a bounded number of requests.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"

namespace gcmock {
namespace {

// One request, one refresh and the request again are 2; 5 leaves room for three retries. Assumed: no source has a
// number.
constexpr std::size_t attempts_a_call = 5;

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    std::map<std::pair<std::optional<OrgName>, Endpoint>, std::vector<const Exchange*>> operations;
    for (const Exchange* exchange : episode.exchanges) {
      operations[{org_of(*exchange, episode), exchange->endpoint}].push_back(exchange);
    }
    const std::size_t bound = attempts_a_call * static_cast<std::size_t>(episode.calls);
    verdict.looked_at += operations.size();
    for (const auto& [operation, attempts] : operations) {
      if (attempts.size() <= bound) continue;
      verdict.violations.push_back(
          {fmt::format("{} for {} in {}, {} at most, within {}",
                       count_of(attempts.size(), fmt::format("{} request", to_string(operation.second))),
                       name_of(operation.first), name_of(episode), bound,
                       describe_span(attempts.back()->arrived - attempts.front()->arrived)),
           numbers_of({attempts.begin() + static_cast<std::ptrdiff_t>(bound), attempts.end()})});
    }
  }
  return verdict;
}

}  // namespace

Invariant attempts_are_bounded() {
  return {"I-13", "attempts at one operation are bounded", "field practice", Severity::warning, check};
}

}  // namespace gcmock
