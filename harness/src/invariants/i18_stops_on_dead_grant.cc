// I-18: a refresh token that was refused for good is not presented again: only a person can bring a new one.
#include <fmt/format.h>

#include <set>
#include <string>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

std::vector<const Exchange*> presented_again(const std::vector<Episode>& episodes, const Exchange& refusal) {
  std::vector<const Exchange*> again;
  for (const Episode& episode : episodes) {
    for (const Exchange* exchange : episode.exchanges) {
      const Fingerprint* presented = is_refresh(*exchange) ? refresh_token_of(*exchange) : nullptr;
      const bool same = presented != nullptr && *presented == *refresh_token_of(refusal);
      if (same && could_know(*exchange, refusal, episode)) again.push_back(exchange);
    }
  }
  return again;
}

bool killed_its_token(const Exchange& exchange) {
  return is_refresh(exchange) && client_was_told(exchange) == Told::grant_is_dead &&
         refresh_token_of(exchange) != nullptr;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  const auto episodes = split_by_step(evidence);
  std::set<std::string> dead;
  for (const Exchange& exchange : evidence.journal) {
    // What follows a second refusal of the token is told with the first.
    if (!killed_its_token(exchange) || !dead.insert(refresh_token_of(exchange)->label).second) continue;
    ++verdict.looked_at;
    const auto again = presented_again(episodes, exchange);
    if (again.empty()) continue;
    verdict.violations.push_back(
        {fmt::format("saw {} for {} with {} after the refusal in #{}, {}", count_of(again.size(), "token request"),
                     name_of(exchange.subject.org), refresh_token_of(exchange)->label, exchange.seq,
                     within(exchange, *again.back())),
         numbers_of(again)});
  }
  return verdict;
}

}  // namespace

Invariant stops_on_dead_grant() {
  return {"I-18", "the client stops on a permanent refusal of its refresh token", "RFC 6749 §5.2", Severity::error,
          check};
}

}  // namespace gcmock
