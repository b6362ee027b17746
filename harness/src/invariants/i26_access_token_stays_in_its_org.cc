// I-26: an access token goes to the org that it is valid for. Asked to call one org, a client that presents the token
// of another shows that org's data to the wrong customer.
#include <fmt/format.h>

#include <algorithm>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// What comes in the background after the step may be about any org.
bool arrived_during(const Exchange& exchange, const StepResult& step) {
  return step.first_exchange <= exchange.seq && exchange.seq <= step.last_exchange;
}

// An answer to the org's own request that had this token in it: the mistake is the server's then.
bool was_handed_to(const OrgName& org, const Fingerprint& token, const Exchange& before,
                   const std::vector<Exchange>& journal) {
  for (const Exchange& exchange : journal) {
    if (exchange.seq >= before.seq) break;
    const bool of_the_org = is_token_request(exchange) && exchange.subject.org == org;
    if (of_the_org && exchange.answer_body.find("‹" + token.label + "›") != std::string::npos) return true;
  }
  return false;
}

bool arrived_in_a_step_about(const OrgName& org, const Exchange& exchange, const std::vector<StepResult>& steps) {
  return std::ranges::any_of(steps,
                             [&](const StepResult& step) { return step.org == org && arrived_during(exchange, step); });
}

// What the token's org was asked before this step, and answered with 401, is tried again in the background: such a
// client has told its caller already. The 401 may have been to another org's token, in a step about this one.
bool tries_an_earlier_call_again(const Exchange& request, const OrgName& owner, const StepResult& step,
                                 const Evidence& evidence) {
  const Exchange* open = nullptr;  // met 401, and was not answered since
  for (const Exchange& exchange : evidence.journal) {
    if (exchange.seq >= request.seq) break;
    if (exchange.method != request.method || exchange.path != request.path) continue;
    const bool is_owners = exchange.subject.org == owner;
    if (is_owners) open = nullptr;
    if (is_api_answer(exchange, 401) && (is_owners || arrived_in_a_step_about(owner, exchange, evidence.steps)))
      open = &exchange;
  }
  return open != nullptr && open->seq < step.first_exchange;
}

bool asks_for_one_org(const Episode& episode) {
  return episode.step != nullptr && episode.step->verb == Verb::call && episode.step->org;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    if (!asks_for_one_org(episode)) continue;
    const OrgName& asked_for = *episode.step->org;
    for (const Exchange* exchange : episode.exchanges) {
      if (!is_api_request(*exchange) || !arrived_during(*exchange, *episode.step)) continue;
      const Fingerprint* token = exchange->presented(CredentialKind::access_token);
      if (token == nullptr || !token->org) continue;
      ++verdict.looked_at;
      if (*token->org == asked_for || was_handed_to(asked_for, *token, *exchange, evidence.journal)) continue;
      if (tries_an_earlier_call_again(*exchange, *token->org, *episode.step, evidence)) continue;
      verdict.violations.push_back({fmt::format("{} of org {} was presented in {}, which was about org {}",
                                                token->label, token->org->value, name_of(episode), asked_for.value),
                                    {exchange->seq}});
    }
  }
  return verdict;
}

}  // namespace

Invariant access_token_stays_in_its_org() {
  return {"I-26", "an access token is presented for its own org only", "RFC 6749 §10.3", Severity::error, check};
}

}  // namespace gcmock
