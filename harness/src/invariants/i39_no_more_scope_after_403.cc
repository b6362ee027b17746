// I-39: a 403 is no reason for a client to ask for more on its own: what it may do is for those who configured it.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <optional>
#include <set>
#include <string>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

using Scopes = std::set<std::string>;
using KnownOrg = std::optional<OrgName>;

Scopes beyond(const std::vector<Scope>& requested, const Scopes& known) {
  Scopes more;
  for (const Scope& scope : requested) {
    if (!known.contains(scope.value)) more.insert(scope.value);
  }
  return more;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  std::map<KnownOrg, Scopes> asked_for;  // by the requests so far; an org of which no scope was named is not judged
  for (const Episode& episode : split_by_step(evidence)) {
    std::map<KnownOrg, const Exchange*> forbidden;
    for (const Exchange* exchange : episode.exchanges) {
      const KnownOrg org = org_of(*exchange, episode);
      Scopes& known = asked_for[org];
      if (is_of_a_call(episode) && is_api_answer(*exchange, 403) && !known.empty()) {
        ++verdict.looked_at;
        forbidden[org] = exchange;
      }
      const Scopes more = beyond(exchange->requested_scope, known);
      known.insert(more.begin(), more.end());
      const auto answer = forbidden.find(org);
      if (more.empty() || answer == forbidden.end() || !knew(*exchange, *answer->second)) continue;
      verdict.violations.push_back({fmt::format("scope {} was asked for, for the first time, after the 403 of the API "
                                                "for {} in #{}",
                                                fmt::join(more, " "), name_of(org), answer->second->seq),
                                    {exchange->seq}});
    }
  }
  return verdict;
}

}  // namespace

Invariant no_more_scope_after_403() {
  return {"I-39", "a 403 of the API is not answered with a request for more scope", "RFC 6749 §3.3", Severity::warning,
          check};
}

}  // namespace gcmock
