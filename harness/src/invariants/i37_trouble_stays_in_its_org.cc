// I-37: an org that answers 429 or 5xx, or not at all, keeps nobody from being served but itself.
#include <fmt/format.h>

#include <algorithm>

#include "invariants/left_untried.h"
#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

bool is_trouble(const Exchange& exchange) {
  const bool is_busy = exchange.status == 429 || exchange.status >= 500;
  return exchange.subject.org && (is_busy || !was_delivered(exchange));
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  verdict.looked_at = static_cast<std::size_t>(std::ranges::count_if(evidence.journal, is_trouble));
  for (const StepResult& step : evidence.steps) {
    if (!was_left_untried(step, evidence.journal)) continue;
    const Exchange* trouble = first_elsewhere(step, evidence.journal, is_trouble);
    if (trouble == nullptr) continue;
    verdict.violations.push_back({fmt::format("the client sent nothing for org {} in step \"{}\" after the trouble of "
                                              "org {} in #{}",
                                              step.org->value, step.what, trouble->subject.org->value, trouble->seq),
                                  {trouble->seq}});
  }
  return verdict;
}

}  // namespace

Invariant trouble_stays_in_its_org() {
  return {"I-37", "an org in trouble keeps no other org from being served", "field practice", Severity::warning, check};
}

}  // namespace gcmock
