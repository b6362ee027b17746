// I-12: a 401 is worth one refresh and one more try. An API that goes on answering 401 will not be moved by more.
#include <fmt/format.h>

#include <map>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// 401s and refreshes of one org in one episode, as they come.
struct Chain {
  int grants = 0;                        // of refreshes behind a 401
  const Exchange* unanswered = nullptr;  // the 401 that no granted refresh followed yet
  const Exchange* first_of_loop = nullptr;
  std::vector<const Exchange*> loop;
};

void follow(Chain& chain, const Exchange& exchange, int calls) {
  if (is_api_answer(exchange, 401)) chain.unanswered = &exchange;
  if (!is_refresh(exchange) || chain.unanswered == nullptr) return;
  if (chain.grants >= calls && knew(exchange, *chain.unanswered)) {
    if (chain.loop.empty()) chain.first_of_loop = chain.unanswered;
    chain.loop.push_back(&exchange);
  }
  if (client_was_told(exchange) != Told::tokens) return;
  ++chain.grants;
  chain.unanswered = nullptr;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    std::map<std::optional<OrgName>, Chain> chains;
    for (const Exchange* exchange : episode.exchanges) {
      if (is_api_answer(*exchange, 401)) ++verdict.looked_at;
      follow(chains[org_of(*exchange, episode)], *exchange, episode.calls);
    }
    for (const auto& [org, chain] : chains) {
      if (chain.loop.empty()) continue;
      verdict.violations.push_back(
          {fmt::format("{} for {} in {} although the API had answered 401 to a refreshed token in #{}, {}",
                       count_of(chain.loop.size(), "more refresh request"), name_of(org), name_of(episode),
                       chain.first_of_loop->seq, within(*chain.first_of_loop, *chain.loop.back())),
           numbers_of(chain.loop)});
    }
  }
  return verdict;
}

}  // namespace

Invariant no_refresh_loop() {
  return {"I-12", "a 401 is answered with one refresh, not with a loop of them", "RFC 6750 §3.1", Severity::error,
          check};
}

}  // namespace gcmock
