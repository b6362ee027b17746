// I-21: where the answer to a refresh was lost, nobody knows whether the token was spent. One more try may find a grace
// window; a third presentation could look like theft. A caller who asks anew is another story.
#include <fmt/format.h>

#include <iterator>
#include <map>
#include <string>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// Of one refresh token in one episode.
struct Presentations {
  const Exchange* lost = nullptr;  // the first whose answer was lost
  bool last_was_lost = false;
  std::vector<const Exchange*> resent;
};

bool was_lost(const Exchange& exchange) {
  return exchange.delivery.state == DeliveryState::cut || exchange.delivery.state == DeliveryState::failed;
}

void follow(Presentations& presentations, const Exchange& exchange) {
  if (presentations.last_was_lost) presentations.resent.push_back(&exchange);
  presentations.last_was_lost = was_lost(exchange);
  if (presentations.last_was_lost && presentations.lost == nullptr) presentations.lost = &exchange;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    std::map<std::string, Presentations> tokens;
    for (const Exchange* exchange : episode.exchanges) {
      const Fingerprint* token = is_refresh(*exchange) ? refresh_token_of(*exchange) : nullptr;
      if (token != nullptr) follow(tokens[token->label], *exchange);
    }
    const auto forgiven = static_cast<std::ptrdiff_t>(episode.calls);  // one resend for each call
    for (const auto& [token, presentations] : tokens) {
      if (presentations.lost == nullptr) continue;
      ++verdict.looked_at;
      if (std::ssize(presentations.resent) <= forgiven) continue;
      const std::vector<const Exchange*> too_many{presentations.resent.begin() + forgiven, presentations.resent.end()};
      verdict.violations.push_back(
          {fmt::format("{} was presented {} behind lost answers in {}, {} at most, the first lost in #{}", token,
                       count_of(presentations.resent.size(), "more time"), name_of(episode), episode.calls,
                       presentations.lost->seq),
           numbers_of(too_many)});
    }
  }
  return verdict;
}

}  // namespace

Invariant lost_answer_is_resent_once() {
  return {"I-21", "a refresh whose answer was lost is sent once more at most", "RFC 9110 §9.2.2", Severity::warning,
          check};
}

}  // namespace gcmock
