#include "invariants/left_untried.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

bool sent_anything(const StepResult& step, const std::vector<Exchange>& journal) {
  return std::ranges::any_of(journal, [&](const Exchange& exchange) {
    const bool during = step.first_exchange <= exchange.seq && exchange.seq <= step.last_exchange;
    return step.first_exchange != 0 && during && exchange.subject.org == step.org;
  });
}

bool org_had_trouble(const StepResult& step, const std::vector<Exchange>& journal) {
  return std::ranges::any_of(journal, [&](const Exchange& exchange) {
    return exchange.subject.org == step.org && (exchange.status >= 400 || !was_delivered(exchange));
  });
}

bool was_left_untried(const StepResult& step, const std::vector<Exchange>& journal) {
  const bool asked = step.verb && step.calls > 0 && step.org && step.got;
  const bool should_be_ok = std::ranges::count(step.expected, Outcome::ok) > 0;
  return asked && should_be_ok && *step.got != Outcome::ok && !sent_anything(step, journal) &&
         !org_had_trouble(step, journal);
}

const Exchange* first_elsewhere(const StepResult& step, const std::vector<Exchange>& journal, const Cause& cause) {
  const auto found = std::ranges::find_if(journal, [&](const Exchange& exchange) {
    return cause.is_such(exchange) && exchange.subject.org != step.org && exchange.arrived < step.started;
  });
  return found == journal.end() ? nullptr : &*found;
}

}  // namespace

InvariantVerdict orgs_left_untried(const Evidence& evidence, const Cause& cause) {
  InvariantVerdict verdict;
  verdict.looked_at = static_cast<std::size_t>(std::ranges::count_if(evidence.journal, cause.is_such));
  for (const StepResult& step : evidence.steps) {
    if (!was_left_untried(step, evidence.journal)) continue;
    const Exchange* first = first_elsewhere(step, evidence.journal, cause);
    if (first == nullptr) continue;
    verdict.violations.push_back(
        {fmt::format("the client sent nothing for org {} in step \"{}\" after the {} org {}{} in #{}", step.org->value,
                     step.what, cause.before, first->subject.org->value, cause.behind, first->seq),
         {first->seq}});
  }
  return verdict;
}

}  // namespace gcmock
