// I-24: what the client says came of a call is what came of it. A caller told "authorize again" behind a refresh that
// succeeded will log its user out for nothing; one told "ok" behind a refusal works on with what it never got.
#include <fmt/format.h>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// The last API request that was answered for the org that the call was about; null where there is none.
const Exchange* last_api_answer(const Episode& episode) {
  const Exchange* last = nullptr;
  for (const Exchange* exchange : episode.exchanges) {
    if (is_api_request(*exchange) && was_delivered(*exchange) && org_of(*exchange, episode) == episode.step->org) {
      last = exchange;
    }
  }
  return last;
}

bool succeeded(const Exchange& exchange) {
  return exchange.status >= 200 && exchange.status < 300;
}

// Of several calls at once the client tells the worst outcome alone: nothing follows from the last answer then.
bool tells_of_one_call(const Episode& episode) {
  return episode.step != nullptr && episode.step->got && episode.step->org && episode.calls == 1;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    if (!tells_of_one_call(episode)) continue;
    const Exchange* last = last_api_answer(episode);
    if (last == nullptr) continue;
    ++verdict.looked_at;
    const Outcome said = *episode.step->got;
    if ((said == Outcome::ok) == succeeded(*last)) continue;
    verdict.violations.push_back({fmt::format("the client said {} of {} although the API had answered {} in #{}",
                                              to_string(said), name_of(episode), last->status, last->seq),
                                  {last->seq}});
  }
  return verdict;
}

}  // namespace

Invariant outcome_agrees_with_the_journal() {
  return {"I-24", "what the client says came of a call is what came of it", "field practice", Severity::warning, check};
}

}  // namespace gcmock
