// I-19: a client that is refused as such (unknown, disabled, wrong secret, not allowed this) stops asking for that org
// until somebody changes its configuration, and goes on with its other orgs.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// Another try by another call is no hammering; from the second on nobody stopped. Assumed: no source has a number.
constexpr std::size_t requests_forgiven = 1;

// Token requests of one org's client since it was refused as such.
struct Refusal {
  const Exchange* refused = nullptr;
  std::vector<const Exchange*> further;
};

void blame(const std::optional<OrgName>& org, const Refusal& refusal, InvariantVerdict& verdict) {
  if (refusal.further.size() <= requests_forgiven) return;
  verdict.violations.push_back(
      {fmt::format("saw {} for {} after the refusal in #{}, {}", count_of(refusal.further.size(), "token request"),
                   name_of(org), refusal.refused->seq, within(*refusal.refused, *refusal.further.back())),
       numbers_of(refusal.further)});
}

void look_for_hammering(const std::vector<Episode>& episodes, InvariantVerdict& verdict) {
  std::map<std::pair<std::optional<OrgName>, std::optional<ClientId>>, Refusal> refusals;
  for (const Episode& episode : episodes) {
    for (const Exchange* exchange : episode.exchanges) {
      if (!is_token_request(*exchange)) continue;
      const auto org = org_of(*exchange, episode);
      Refusal& refusal = refusals[{org, exchange->subject.client}];
      const Told told = client_was_told(*exchange);
      const bool knew_better = refusal.refused != nullptr && could_know(*exchange, *refusal.refused, episode);
      if (knew_better && told != Told::tokens) refusal.further.push_back(exchange);
      if (told == Told::client_is_wrong && refusal.refused == nullptr) {
        refusal.refused = exchange;
        ++verdict.looked_at;
      }
      // Somebody repaired the configuration: what comes now is another story.
      if (told == Told::tokens) blame(org, std::exchange(refusal, {}), verdict);
    }
  }
  for (const auto& [whose, refusal] : refusals) blame(whose.first, refusal, verdict);
}

bool sent_anything_for(const OrgName& org, const StepResult& step, const std::vector<Exchange>& journal) {
  return std::any_of(journal.begin(), journal.end(), [&](const Exchange& exchange) {
    const bool during =
        step.first_exchange != 0 && step.first_exchange <= exchange.seq && exchange.seq <= step.last_exchange;
    return during && exchange.subject.org == org;
  });
}

const Exchange* first_refusal_of_another(const OrgName& org, const StepResult& step,
                                         const std::vector<Exchange>& journal) {
  const auto found = std::find_if(journal.begin(), journal.end(), [&](const Exchange& exchange) {
    return is_token_request(exchange) && client_was_told(exchange) == Told::client_is_wrong && exchange.subject.org &&
           *exchange.subject.org != org && exchange.arrived < step.started;
  });
  return found == journal.end() ? nullptr : &*found;
}

bool was_refused_itself(const OrgName& org, const std::vector<Exchange>& journal) {
  return std::any_of(journal.begin(), journal.end(), [&](const Exchange& exchange) {
    return is_token_request(exchange) && exchange.subject.org == org && exchange.status >= 400;
  });
}

// A call that should have come out well, came out otherwise, and for which nothing was even sent.
bool gave_up_untried(const StepResult& step, const std::vector<Exchange>& journal) {
  const bool should_be_ok = std::count(step.expected.begin(), step.expected.end(), Outcome::ok) > 0;
  const bool asked = step.verb && step.calls > 0 && step.org && step.got;
  return asked && should_be_ok && *step.got != Outcome::ok && !sent_anything_for(*step.org, step, journal) &&
         !was_refused_itself(*step.org, journal);
}

void look_for_abandoned_orgs(const Evidence& evidence, InvariantVerdict& verdict) {
  for (const StepResult& step : evidence.steps) {
    if (!gave_up_untried(step, evidence.journal)) continue;
    const Exchange* refusal = first_refusal_of_another(*step.org, step, evidence.journal);
    if (refusal == nullptr) continue;
    verdict.violations.push_back({fmt::format("the client sent nothing for org {} in step \"{}\" after {} had been "
                                              "refused in #{}",
                                              step.org->value, step.what, name_of(refusal->subject.org), refusal->seq),
                                  {refusal->seq}});
  }
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  look_for_hammering(split_by_step(evidence), verdict);
  look_for_abandoned_orgs(evidence, verdict);
  return verdict;
}

}  // namespace

Invariant stops_on_refused_client() {
  return {"I-19", "the client stops where its configuration is refused, and only there", "RFC 6749 §5.2",
          Severity::error, check};
}

}  // namespace gcmock
