// I-17: 403 says that this token is good and does not suffice. A fresh one of the same grant will not either.
#include <fmt/format.h>

#include <map>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// What an org's client was last told in one episode.
struct Mood {
  const Exchange* forbidden = nullptr;  // an API 403 since the last refresh
  bool has_reason_to_refresh = false;   // an API 401 since the last refresh, or that one came to nothing
};

// Null where the refresh has a better reason than the 403, or there was none.
const Exchange* refresh_is_due_to(Mood& mood, const Exchange& exchange) {
  if (is_api_answer(exchange, 403)) mood.forbidden = &exchange;
  if (is_api_answer(exchange, 401)) mood.has_reason_to_refresh = true;
  if (!is_refresh(exchange)) return nullptr;
  const bool due = mood.forbidden != nullptr && !mood.has_reason_to_refresh && knew(exchange, *mood.forbidden);
  const Exchange* forbidden = due ? mood.forbidden : nullptr;
  const Told told = client_was_told(exchange);
  mood = {nullptr, told == Told::nothing || told == Told::try_later};
  return forbidden;
}

// A client that was told to refresh needs no reason.
bool is_judged(const Episode& episode) {
  return episode.step == nullptr || episode.step->verb != Verb::refresh;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    if (!is_judged(episode)) continue;
    std::map<std::optional<OrgName>, Mood> moods;
    for (const Exchange* exchange : episode.exchanges) {
      if (is_api_answer(*exchange, 403)) ++verdict.looked_at;
      const auto org = org_of(*exchange, episode);
      const Exchange* forbidden = refresh_is_due_to(moods[org], *exchange);
      if (forbidden == nullptr) continue;
      verdict.violations.push_back({fmt::format("a refresh for {} followed the 403 of the API in #{}, with no 401 "
                                                "between, {}",
                                                name_of(org), forbidden->seq, within(*forbidden, *exchange)),
                                    {exchange->seq}});
    }
  }
  return verdict;
}

}  // namespace

Invariant no_refresh_on_403() {
  return {"I-17", "a 403 of the API is not answered with a refresh", "RFC 6750 §3.1", Severity::error, check};
}

}  // namespace gcmock
