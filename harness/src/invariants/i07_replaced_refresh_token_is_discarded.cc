// I-7: once a refresh brought a new refresh token, the old one is gone for good, even where the server would still
// take it. A new one that never arrived replaces nothing.
#include <fmt/format.h>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

bool brought_a_new_one(const Exchange& exchange) {
  if (!is_refresh(exchange) || client_was_told(exchange) != Told::tokens) return false;
  const Fingerprint* old_one = refresh_token_of(exchange);
  const Fingerprint* new_one = issued_refresh_token(exchange);
  return exchange.answer_has_refresh_token && old_one != nullptr && new_one != nullptr && *old_one != *new_one;
}

std::vector<const Exchange*> uses_of_the_old_one(const std::vector<Episode>& episodes, const Exchange& rotation) {
  std::vector<const Exchange*> uses;
  for (const Episode& episode : episodes) {
    for (const Exchange* exchange : episode.exchanges) {
      const Fingerprint* presented = is_token_request(*exchange) ? refresh_token_of(*exchange) : nullptr;
      const bool is_old = presented != nullptr && *presented == *refresh_token_of(rotation);
      if (is_old && could_know(*exchange, rotation, episode)) uses.push_back(exchange);
    }
  }
  return uses;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  const auto episodes = split_by_step(evidence);
  for (const Exchange& exchange : evidence.journal) {
    if (!brought_a_new_one(exchange)) continue;
    ++verdict.looked_at;
    const auto uses = uses_of_the_old_one(episodes, exchange);
    if (uses.empty()) continue;
    verdict.violations.push_back(
        {fmt::format("{} was presented in {} although #{} had brought {}, {}", refresh_token_of(exchange)->label,
                     count_of(uses.size(), "request"), exchange.seq, issued_refresh_token(exchange)->label,
                     within(exchange, *uses.back())),
         numbers_of(uses)});
  }
  return verdict;
}

}  // namespace

Invariant replaced_refresh_token_is_discarded() {
  return {"I-7", "a replaced refresh token is not presented again", "RFC 6749 §6", Severity::error, check};
}

}  // namespace gcmock
