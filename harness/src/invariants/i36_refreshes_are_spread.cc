// I-36: tokens that were issued together end together; a client that refreshes them all at that moment hits its own
// rate limit with every org it has. What is looked at is refreshes that nobody asked for, at a time when domain time
// stood still or moved in small steps: behind a jump everything is due at once, whatever the client had planned.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

// Assumed, as no source has a number: so many orgs within so short a time are no chance.
constexpr std::size_t storm = 3;
constexpr milliseconds at_once{100};
constexpr std::chrono::seconds longest_step_of_the_clock{2};
constexpr std::chrono::seconds time_to_catch_up{1};

bool renews_tokens(const Exchange& exchange) {
  return is_token_request(exchange) && exchange.subject.org &&
         (exchange.grant == GrantType::refresh_token || exchange.grant == GrantType::client_credentials);
}

// A call for the org has begun by then and the next step not yet: what it needed may still be on its way.
bool was_asked_for(const Exchange& exchange, const std::vector<StepResult>& steps) {
  const StepResult* last = nullptr;
  for (const StepResult& step : steps) {
    if (step.run && step.started <= exchange.arrived) last = &step;
  }
  return last != nullptr && last->verb && (last->calls != 1 || last->org == exchange.subject.org);
}

bool is_a_refusal_of_its_org(const Exchange& exchange, const Exchange& renewal) {
  return exchange.subject.org == renewal.subject.org && exchange.status >= 400;
}

// Behind a 401, or to get over trouble, which some clients do in the background.
bool has_a_reason(const Exchange& renewal, const std::vector<Exchange>& journal) {
  for (std::size_t i = renewal.seq - 1; i-- > 0;) {
    if (is_a_refusal_of_its_org(journal[i], renewal)) return true;
    const bool granted = renews_tokens(journal[i]) && journal[i].subject.org == renewal.subject.org;
    if (granted && client_was_told(journal[i]) == Told::tokens) return false;
  }
  return false;
}

bool moves_the_clock(const Exchange& exchange) {
  return std::any_of(exchange.changes.begin(), exchange.changes.end(),
                     [](const ChangeMade& change) { return change.what.starts_with("domain time"); });
}

bool comes_behind_a_jump(const Exchange& renewal, const Evidence& evidence) {
  const auto is_recent = [&](std::chrono::nanoseconds then) {
    return then <= renewal.arrived && renewal.arrived - then < time_to_catch_up;
  };
  return std::any_of(evidence.steps.begin(), evidence.steps.end(),
                     [&](const StepResult& step) {
                       return step.run && step.clock_moved_by > longest_step_of_the_clock && is_recent(step.started);
                     }) ||
         std::any_of(evidence.journal.begin(), evidence.journal.end(), [&](const Exchange& exchange) {
           return moves_the_clock(exchange) && is_recent(exchange.decided);
         });
}

std::vector<const Exchange*> unasked_renewals(const Evidence& evidence) {
  std::vector<const Exchange*> renewals;
  for (const Exchange& exchange : evidence.journal) {
    const bool is_unasked = renews_tokens(exchange) && !was_asked_for(exchange, evidence.steps);
    if (is_unasked && !has_a_reason(exchange, evidence.journal) && !comes_behind_a_jump(exchange, evidence)) {
      renewals.push_back(&exchange);
    }
  }
  return renewals;
}

std::set<std::string> orgs_of(const std::vector<const Exchange*>& renewals) {
  std::set<std::string> orgs;
  for (const Exchange* renewal : renewals) orgs.insert(renewal->subject.org->value);
  return orgs;
}

void look_at(const std::vector<const Exchange*>& together, InvariantVerdict& verdict) {
  const auto orgs = orgs_of(together);
  if (orgs.size() < storm) return;
  std::vector<std::uint64_t> numbers;
  for (const Exchange* renewal : together) numbers.push_back(renewal->seq);
  verdict.violations.push_back(
      {fmt::format("tokens of {} orgs were renewed within {}, though nobody had called them", orgs.size(),
                   describe_span(together.back()->arrived - together.front()->arrived)),
       std::move(numbers)});
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  const auto renewals = unasked_renewals(evidence);
  verdict.looked_at = renewals.size();
  std::vector<const Exchange*> together;
  for (const Exchange* renewal : renewals) {
    if (!together.empty() && renewal->arrived - together.front()->arrived > at_once) {
      look_at(together, verdict);
      together.clear();
    }
    together.push_back(renewal);
  }
  look_at(together, verdict);
  return verdict;
}

}  // namespace

Invariant refreshes_are_spread() {
  return {"I-36", "tokens of several orgs that end together are not renewed all at once", "field practice",
          Severity::warning, check};
}

}  // namespace gcmock
