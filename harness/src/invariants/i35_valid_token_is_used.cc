// I-35: a token that is good for a day is asked for once a day. Client credentials bring another each time, so that a
// client that keeps none makes two requests of each, until a limit of the token endpoint ends it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/token_answer.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// Whoever asks in the last quarter of a token's life is prudent. Assumed: no source has a number.
std::chrono::nanoseconds surely_valid(const Exchange& grant) {
  return std::chrono::nanoseconds{*lifetime_told(grant)} * 3 / 4;
}

bool asks_for_itself(const Exchange& exchange) {
  return is_token_request(exchange) && exchange.grant == GrantType::client_credentials;
}

bool granted(const Exchange& exchange) {
  return asks_for_itself(exchange) && client_was_told(exchange) == Told::tokens && lifetime_told(exchange) &&
         !lacks_access_token(exchange);
}

// The client's own clock may be any of the two, or both together; one that was set back takes nothing away.
bool is_surely_valid(const Exchange& grant, const Exchange& request) {
  const std::chrono::nanoseconds passed = std::chrono::abs(request.at - grant.at);
  return passed + time_between(grant, request) < surely_valid(grant);
}

// The API refused what the client has: a new token may have what this one lacks.
bool was_refused_between(const Exchange& grant, const Exchange& request, const std::vector<Exchange>& journal) {
  return std::ranges::any_of(journal, [&](const Exchange& exchange) {
    const bool between = exchange.seq > grant.seq && exchange.seq < request.seq;
    return between && is_api_request(exchange) && exchange.subject.org == grant.subject.org && exchange.status >= 400;
  });
}

std::vector<const Exchange*> asked_needlessly(const std::vector<Episode>& episodes, const Exchange& grant,
                                              const std::vector<Exchange>& journal) {
  std::vector<const Exchange*> found;
  for (const Episode& episode : episodes) {
    for (const Exchange* exchange : episode.exchanges) {
      if (!asks_for_itself(*exchange) || !is_of_a_call(episode) || exchange->subject.org != grant.subject.org ||
          exchange->subject.client != grant.subject.client) {
        continue;
      }
      const bool had_it = could_know(*exchange, grant, episode) && is_surely_valid(grant, *exchange);
      if (had_it && !was_refused_between(grant, *exchange, journal)) found.push_back(exchange);
    }
  }
  return found;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  const auto episodes = split_by_step(evidence);
  std::set<std::uint64_t> told;  // what follows a needless grant is told with the first
  for (const Exchange& exchange : evidence.journal) {
    if (!granted(exchange) || !exchange.subject.org) continue;
    ++verdict.looked_at;
    if (told.contains(exchange.seq)) continue;
    const auto needless = asked_needlessly(episodes, exchange, evidence.journal);
    if (needless.empty()) continue;
    for (const Exchange* request : needless) told.insert(request->seq);
    verdict.violations.push_back({fmt::format("{} for {} although the token of #{} was good for {} s",
                                              count_of(needless.size(), "token request"), name_of(exchange.subject.org),
                                              exchange.seq, lifetime_told(exchange)->count()),
                                  numbers_of(needless)});
  }
  return verdict;
}

}  // namespace

Invariant valid_token_is_used() {
  return {"I-35", "no client credentials are presented while their token is valid", "field practice", Severity::warning,
          check};
}

}  // namespace gcmock
