// I-34: a 200 without a token in it granted nothing. The tokens at hand are as good as before; a client that wrote
// "nothing" or "undefined" over them has logged its user out.
#include <fmt/format.h>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/token_answer.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

bool is_broken(const Exchange& exchange) {
  return is_refresh(exchange) && was_delivered(exchange) && refresh_token_of(exchange) != nullptr &&
         lacks_access_token(exchange);
}

// A refresh without a token, or a bearer that nobody ever issued.
bool presents_nothing(const Exchange& exchange) {
  if (is_refresh(exchange)) return refresh_token_of(exchange) == nullptr || !refresh_token_of(exchange)->org;
  if (!is_api_request(exchange)) return false;
  const Fingerprint* bearer = exchange.presented(CredentialKind::access_token);
  return bearer == nullptr || !bearer->org;
}

bool is_of_org(const Exchange& exchange, const Episode& episode, const OrgName& org) {
  return org_of(exchange, episode) == org;
}

// Until the org's next grant, which is another story.
std::vector<const Exchange*> presented_nothing_since(const std::vector<Episode>& episodes, const Exchange& broken) {
  std::vector<const Exchange*> found;
  for (const Episode& episode : episodes) {
    for (const Exchange* exchange : episode.exchanges) {
      if (!knew(*exchange, broken) || !is_of_org(*exchange, episode, *broken.subject.org)) continue;
      if (presents_nothing(*exchange)) found.push_back(exchange);
      const bool granted = is_token_request(*exchange) && client_was_told(*exchange) == Told::tokens;
      if (granted && !lacks_access_token(*exchange)) return found;
    }
  }
  return found;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  const auto episodes = split_by_step(evidence);
  for (const Exchange& exchange : evidence.journal) {
    if (!is_broken(exchange) || !exchange.subject.org) continue;
    ++verdict.looked_at;
    const auto empty_handed = presented_nothing_since(episodes, exchange);
    if (empty_handed.empty()) continue;
    verdict.violations.push_back(
        {fmt::format("{} for {} presented no token of its own behind #{}, which had answered "
                     "200 without one",
                     count_of(empty_handed.size(), "request"), name_of(exchange.subject.org), exchange.seq),
         numbers_of(empty_handed)});
  }
  return verdict;
}

}  // namespace

Invariant tokens_outlive_a_broken_answer() {
  return {"I-34", "stored tokens outlive a token answer without a token", "field practice", Severity::warning, check};
}

}  // namespace gcmock
