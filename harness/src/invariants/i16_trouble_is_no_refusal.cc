// I-16: 429 and 5xx say nothing of the token or the grant. Who answers them with a refresh or a login adds to the load,
// and may trade a good grant for none.
#include <fmt/format.h>

#include <map>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// What an org's client was last told in one episode.
struct Mood {
  const Exchange* trouble = nullptr;    // of the API since the last token request, or of that request itself
  bool has_reason_for_a_token = false;  // an API 401, or a refusal of the token endpoint
};

bool is_trouble(const Exchange& exchange) {
  return was_delivered(exchange) && puts_off(exchange);
}

void note_api_answer(Mood& mood, const Exchange& exchange) {
  if (is_trouble(exchange)) mood.trouble = &exchange;
  if (is_api_answer(exchange, 401)) mood = {nullptr, true};
}

void note_token_answer(Mood& mood, const Exchange& exchange, int calls) {
  if (client_was_told(exchange) == Told::tokens) {
    // Another of several calls may still have a 401 of its own.
    mood = {nullptr, calls > 1 && mood.has_reason_for_a_token};
  } else if (is_trouble(exchange)) {
    mood.trouble = &exchange;
  } else {
    mood = {nullptr, true};
  }
}

// The same grant once more is a retry. An access token that expired meanwhile is a reason as good as a 401.
bool is_caused_by(const Exchange& request, const Mood& mood, const Episode& episode) {
  if (mood.trouble == nullptr || request.at != mood.trouble->at) return false;
  if (!could_know(request, *mood.trouble, episode)) return false;
  if (is_token_request(*mood.trouble)) return request.grant != mood.trouble->grant && !is_refresh(request);
  return !mood.has_reason_for_a_token;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    if (!is_of_a_call(episode)) continue;
    std::map<std::optional<OrgName>, Mood> moods;
    for (const Exchange* exchange : episode.exchanges) {
      const auto org = org_of(*exchange, episode);
      Mood& mood = moods[org];
      if (is_trouble(*exchange)) ++verdict.looked_at;
      if (!is_token_request(*exchange)) {
        if (is_api_request(*exchange)) note_api_answer(mood, *exchange);
        continue;
      }
      if (is_caused_by(*exchange, mood, episode)) {
        verdict.violations.push_back(
            {fmt::format("a {} for {} followed the {} in #{}, with no refusal between, {}",
                         is_refresh(*exchange) ? "refresh" : "login", name_of(org), mood.trouble->status,
                         mood.trouble->seq, within(*mood.trouble, *exchange)),
             {exchange->seq}});
      }
      note_token_answer(mood, *exchange, episode.calls);
    }
  }
  return verdict;
}

}  // namespace

Invariant trouble_is_no_refusal() {
  return {"I-16", "429 and 5xx are no reason to refresh or to log in", "field practice", Severity::warning, check};
}

}  // namespace gcmock
