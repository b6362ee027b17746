// I-15: an answer that puts a request off for a number of seconds is taken at its word. Seconds of domain time and of
// real time count alike, as a client may live by either. A date is not judged: by whose clock the client reads it, the
// journal cannot tell.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/request_parts.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

using std::chrono::nanoseconds;
using std::chrono::seconds;

// Who asks for more is asked again by then: it may have been a mistake. Assumed: no source has a number.
constexpr std::chrono::hours longest_wait{1};

bool says_seconds(const Exchange& exchange) {
  const std::string* said = answer_header_of(exchange, "Retry-After");
  return said != nullptr && !said->empty() && std::ranges::all_of(*said, [](char c) { return c >= '0' && c <= '9'; });
}

// Zero: it asked for no wait that can be judged.
nanoseconds wait_asked_for(const Exchange& exchange) {
  if (!puts_off(exchange) || !was_delivered(exchange) || !exchange.retry_after || !says_seconds(exchange)) return {};
  return std::min<seconds>(*exchange.retry_after, longest_wait);  // in seconds: nanoseconds hold no absurd ones
}

const Fingerprint* bearer_of(const Exchange& exchange) {
  return is_api_request(exchange) ? exchange.presented(CredentialKind::access_token) : nullptr;
}

// Surely under the same limit: some are counted by token, some by client, some by org, and an overload is the
// endpoint's own.
bool is_of_the_same_limit(const Exchange& request, const Exchange& answer) {
  const Fingerprint* bearer = bearer_of(request);
  const Fingerprint* other = bearer_of(answer);
  const bool same_bearer = (bearer == nullptr) == (other == nullptr) && (bearer == nullptr || *bearer == *other);
  return request.endpoint == answer.endpoint && request.path == answer.path &&
         request.subject.org == answer.subject.org && request.subject.client == answer.subject.client && same_bearer;
}

// Time that the client may have seen go by. A clock that was set back in between takes nothing away.
nanoseconds time_gone_by(const std::vector<Exchange>& journal, const Exchange& answer, const Exchange& request) {
  nanoseconds gone = request.arrived - answer.decided;
  for (std::size_t i = answer.seq; i < request.seq; ++i) {
    gone += std::max<nanoseconds>(journal[i].at - journal[i - 1].at, nanoseconds{0});
  }
  return gone;
}

std::vector<const Exchange*> too_early(const std::vector<Episode>& episodes, const Evidence& evidence,
                                       const Exchange& answer, nanoseconds wait) {
  std::vector<const Exchange*> early;
  for (const Episode& episode : episodes) {
    for (const Exchange* request : episode.exchanges) {
      const bool comes_back = is_of_the_same_limit(*request, answer) && could_know(*request, answer, episode);
      if (comes_back && time_gone_by(evidence.journal, answer, *request) < wait) early.push_back(request);
    }
  }
  return early;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  const auto episodes = split_by_step(evidence);
  for (const Exchange& exchange : evidence.journal) {
    const nanoseconds wait = wait_asked_for(exchange);
    if (wait == nanoseconds{0}) continue;
    ++verdict.looked_at;
    const auto early = too_early(episodes, evidence, exchange, wait);
    if (early.empty()) continue;
    verdict.violations.push_back(
        {fmt::format("{} to {} came back too early: #{} had asked for {} s, the first came after {}",
                     count_of(early.size(), "request"), to_string(exchange.endpoint), exchange.seq,
                     exchange.retry_after->count(), describe_span(time_between(exchange, *early.front()))),
         numbers_of(early)});
  }
  return verdict;
}

}  // namespace

Invariant waits_for_retry_after() {
  return {"I-15", "the client waits as long as Retry-After says", "RFC 9110 §10.2.3, RFC 6585 §4", Severity::warning,
          check};
}

}  // namespace gcmock
