// I-8: a refresh that returns no refresh token leaves the one at hand in force; forgetting it logs the user out.
#include <fmt/format.h>

#include <algorithm>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// A request with the episode it stands in.
struct Seen {
  const Exchange* exchange;
  const Episode* episode;
};

std::vector<Seen> token_requests(const std::vector<Episode>& episodes) {
  std::vector<Seen> requests;
  for (const Episode& episode : episodes) {
    for (const Exchange* exchange : episode.exchanges) {
      if (is_token_request(*exchange)) requests.push_back({exchange, &episode});
    }
  }
  return requests;
}

bool returned_none(const Exchange& exchange) {
  return is_refresh(exchange) && client_was_told(exchange) == Told::tokens && !exchange.answer_has_refresh_token &&
         refresh_token_of(exchange) != nullptr;
}

bool gave_another(const Exchange& exchange) {
  return client_was_told(exchange) == Told::tokens && exchange.answer_has_refresh_token;
}

bool is_of_the_same_client(const Seen& one, const Seen& other) {
  const auto& client = one.exchange->subject.client;
  const auto& other_client = other.exchange->subject.client;
  return org_of(*one.exchange, *one.episode) == org_of(*other.exchange, *other.episode) &&
         (!client || !other_client || client == other_client);
}

// The refresh that shows whether the client kept the token; null where there is none, or it was given another
// meanwhile.
const Exchange* next_refresh(const std::vector<Seen>& requests, const Seen& reply) {
  for (const Seen& later : requests) {
    if (later.exchange->seq <= reply.exchange->seq || !is_of_the_same_client(later, reply)) continue;
    if (is_refresh(*later.exchange) && could_know(*later.exchange, *reply.exchange, *later.episode))
      return later.exchange;
    if (gave_another(*later.exchange)) return nullptr;
  }
  return nullptr;
}

// Asked anew, the client met a 401 and had a good refresh token for it, yet no refresh followed: the token is lost.
const Exchange* unanswered_401(const std::vector<Episode>& episodes, const Seen& reply) {
  for (const Episode& episode : episodes) {
    if (&episode == reply.episode) continue;
    for (const Exchange* exchange : episode.exchanges) {
      if (is_api_answer(*exchange, 401) && knew(*exchange, *reply.exchange) &&
          is_of_the_same_client({exchange, &episode}, reply)) {
        return exchange;
      }
    }
  }
  return nullptr;
}

void judge_silence(const std::vector<Episode>& episodes, const std::vector<Seen>& requests, const Seen& reply,
                   InvariantVerdict& verdict) {
  const auto is_later_refresh_or_login = [&](const Seen& later) {
    return later.exchange->seq > reply.exchange->seq && is_of_the_same_client(later, reply);
  };
  if (std::ranges::any_of(requests, is_later_refresh_or_login)) return;
  const Exchange* unanswered = unanswered_401(episodes, reply);
  if (unanswered == nullptr) return;
  verdict.violations.push_back(
      {fmt::format("no refresh followed the 401 in #{}, although #{} had left {} in force", unanswered->seq,
                   reply.exchange->seq, refresh_token_of(*reply.exchange)->label),
       {unanswered->seq}});
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  const auto episodes = split_by_step(evidence);
  const auto requests = token_requests(episodes);
  for (const Seen& reply : requests) {
    if (!returned_none(*reply.exchange)) continue;
    ++verdict.looked_at;
    const Exchange* next = next_refresh(requests, reply);
    if (next == nullptr) {
      judge_silence(episodes, requests, reply, verdict);
      continue;
    }
    const Fingerprint* kept = refresh_token_of(*reply.exchange);
    const Fingerprint* presented = refresh_token_of(*next);
    if (presented != nullptr && *presented == *kept) continue;
    verdict.violations.push_back(
        {fmt::format("the next refresh presented {} instead of {}, which #{} had left in force",
                     presented == nullptr ? "no refresh token" : presented->label, kept->label, reply.exchange->seq),
         {next->seq}});
  }
  return verdict;
}

}  // namespace

Invariant refresh_token_is_kept() {
  return {"I-8", "the refresh token is kept where a refresh returns none", "RFC 6749 §6, §5.1", Severity::error, check};
}

}  // namespace gcmock
