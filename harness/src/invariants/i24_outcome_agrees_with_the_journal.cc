// I-24: what the client says came of a call is what came of it. A caller told "authorize again" behind a refresh that
// succeeded will log its user out for nothing; one told "ok" behind a refusal works on with what it never got.
// The same holds of tokens: see reconciliation.h.
#include <fmt/format.h>

#include <algorithm>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "invariants/reconciliation.h"
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
std::optional<Reconciled> last_answer_belied(const Episode& episode) {
  const Exchange* last = episode.calls == 1 ? last_api_answer(episode) : nullptr;
  if (last == nullptr) return std::nullopt;
  const Outcome said = *episode.step->got;
  if ((said == Outcome::ok) == succeeded(*last)) return Reconciled{};
  return Reconciled{fmt::format("the client said {} of {} although the API had answered {} in #{}", to_string(said),
                                name_of(episode), last->status, last->seq),
                    {last->seq}};
}

void look_at(const Episode& episode, const std::vector<Exchange>& journal, InvariantVerdict& verdict) {
  bool concerned = false;
  for (const auto& reconciled : {last_answer_belied(episode), error_behind_a_grant(episode, journal),
                                 success_out_of_nothing(episode, journal), calls_lost_behind_a_refresh(episode)}) {
    concerned = concerned || reconciled;
    if (reconciled && !reconciled->what.empty())
      verdict.violations.push_back({reconciled->what, reconciled->exchanges});
  }
  if (concerned) ++verdict.looked_at;
}

bool is_told_of(const Episode& episode) {
  return episode.step != nullptr && episode.step->got && episode.step->org;
}

// A step without an exchange begins no episode.
std::vector<Episode> silent_steps(const Evidence& evidence) {
  std::vector<Episode> silent;
  const bool in_one_run =
      std::any_of(evidence.steps.begin(), evidence.steps.end(), [](const StepResult& step) { return step.calls == 0; });
  for (const StepResult& step : evidence.steps) {
    if (step.first_exchange == 0 && !in_one_run) silent.push_back({&step, step.calls, {}});
  }
  return silent;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  auto episodes = split_by_step(evidence);
  for (Episode& silent : silent_steps(evidence)) episodes.push_back(std::move(silent));
  for (const Episode& episode : episodes) {
    if (is_told_of(episode)) look_at(episode, evidence.journal, verdict);
  }
  return verdict;
}

}  // namespace

Invariant outcome_agrees_with_the_journal() {
  return {"I-24", "what the client says came of a call is what came of it", "field practice", Severity::warning, check};
}

}  // namespace gcmock
