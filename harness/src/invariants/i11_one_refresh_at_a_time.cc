// I-11: whoever finds the token stale while its refresh is under way waits for that one. A second refresh beside the
// first looks like theft to a server that rotates, which then revokes both.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// What the server notes as the end of delivery may come this much behind the client's reading it.
constexpr std::chrono::milliseconds late_note{20};

// A client that was gone when its answer came had given up that request. What arrived before the first was even decided
// arrived beside it, whatever became of the answer.
bool under_way_together(const Exchange& first, const Exchange& second) {
  if (first.connection == second.connection) return false;
  if (second.arrived < first.decided && first.delivery.state != DeliveryState::failed) return true;
  return was_delivered(first) && second.arrived + late_note <= first.delivery.finished;
}

using Refreshes = std::vector<const Exchange*>;

// Of each refresh token, in the order of arrival.
std::map<std::string, Refreshes> refreshes_by_token(const std::vector<Exchange>& journal) {
  std::map<std::string, Refreshes> refreshes;
  for (const Exchange& exchange : journal) {
    const Fingerprint* token = is_refresh(exchange) ? refresh_token_of(exchange) : nullptr;
    if (token != nullptr) refreshes[token->label].push_back(&exchange);
  }
  for (auto& [token, requests] : refreshes) std::ranges::stable_sort(requests, {}, &Exchange::arrived);
  return refreshes;
}

Refreshes beside_another(const Refreshes& requests) {
  Refreshes beside;
  for (auto later = requests.begin(); later != requests.end(); ++later) {
    const bool another = std::any_of(requests.begin(), later, [&](const Exchange* earlier) {
      return earlier->subject.client == (*later)->subject.client && under_way_together(*earlier, **later);
    });
    if (another) beside.push_back(*later);
  }
  return beside;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const auto& [token, requests] : refreshes_by_token(evidence.journal)) {
    verdict.looked_at += requests.size();
    const Refreshes beside = beside_another(requests);
    if (beside.empty()) continue;
    verdict.violations.push_back(
        {fmt::format("{} with {} while another was under way", count_of(beside.size(), "refresh request"), token),
         numbers_of(beside)});
  }
  return verdict;
}

}  // namespace

Invariant one_refresh_at_a_time() {
  return {"I-11", "at most one refresh of a grant is under way", "RFC 9700 §4.14.2", Severity::warning, check};
}

}  // namespace gcmock
