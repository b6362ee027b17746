// I-9: a refresh asks for no more than was granted; for more, the user is asked again.
#include <fmt/format.h>

#include <algorithm>

#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// What policy found of it; null where it never came to that: no scope was asked for, or something else was wrong first.
const TrailStep* scope_step_of(const Exchange& exchange) {
  if (!is_refresh(exchange) || exchange.requested_scope.empty()) return nullptr;
  const auto found = std::find_if(exchange.trail.begin(), exchange.trail.end(),
                                  [](const TrailStep& step) { return step.check == Check::scope_is_within_grant; });
  return found == exchange.trail.end() ? nullptr : &*found;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Exchange& exchange : evidence.journal) {
    const TrailStep* step = scope_step_of(exchange);
    if (step == nullptr) continue;
    ++verdict.looked_at;
    if (step->finding == Finding::passed) continue;
    verdict.violations.push_back(
        {fmt::format("a refresh asked for scope {} where {} was granted", step->found, step->expected),
         {exchange.seq}});
  }
  return verdict;
}

}  // namespace

Invariant refresh_scope_within_grant() {
  return {"I-9", "a refresh asks for no scope beyond what was granted", "RFC 6749 §6", Severity::error, check};
}

}  // namespace gcmock
