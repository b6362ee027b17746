// I-14: a server that has no time now is asked again later, and later still. What is looked at is retries behind 429
// and 5xx that do not say how long to wait. With jitter no pause need be longer than the one before it; so only what no
// back-off does is a violation: one request right behind the other, or a third pause as long as the first two.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

using std::chrono::nanoseconds;

// Assumed, as no source has a number: a pause so short is none, and pauses that differ by less are equal.
constexpr nanoseconds no_pause = std::chrono::milliseconds{5};

using Chain = std::vector<const Exchange*>;

bool puts_off_without_a_word(const Exchange& exchange) {
  return puts_off(exchange) && was_delivered(exchange) && !exchange.retry_after;
}

auto operation_of(const Exchange& exchange, const Episode& episode) {
  const auto org = org_of(exchange, episode);
  return std::tuple(exchange.method, exchange.path, org ? org->value : std::string{});
}

// Of domain time or real time, whichever was longer: a client may live by either.
nanoseconds pause_between(const Exchange& answer, const Exchange& retry) {
  return std::max<nanoseconds>(time_between(answer, retry), retry.at - answer.at);
}

std::vector<nanoseconds> pauses_of(const Chain& chain) {
  std::vector<nanoseconds> pauses;
  for (std::size_t i = 1; i < chain.size(); ++i) pauses.push_back(pause_between(*chain[i - 1], *chain[i]));
  return pauses;
}

// Each but the last was put off, and the next one tried again.
std::vector<Chain> chains_in(const Episode& episode) {
  std::map<decltype(operation_of({}, {})), Chain> open;
  std::vector<Chain> ended;
  for (const Exchange* exchange : episode.exchanges) {
    Chain& chain = open[operation_of(*exchange, episode)];
    const bool goes_on = !chain.empty() && puts_off_without_a_word(*chain.back()) && knew(*exchange, *chain.back());
    if (!goes_on) ended.push_back(std::exchange(chain, {}));
    chain.push_back(exchange);
  }
  for (auto& [operation, chain] : open) ended.push_back(std::move(chain));
  std::erase_if(ended, [](const Chain& chain) { return chain.size() < 3; });
  return ended;
}

// Empty: they may be those of a client that backs off.
std::string why_no_back_off(const std::vector<nanoseconds>& pauses) {
  const auto [shortest, longest] = std::ranges::minmax(pauses);
  if (longest < no_pause) return "one right behind the other";
  if (pauses.size() < 3 || longest - shortest > longest / 10 + no_pause) return {};
  return "in equal steps of " + describe_span(shortest);
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    if (episode.step == nullptr || episode.calls != 1) continue;  // of several calls each may retry once
    for (const Chain& chain : chains_in(episode)) {
      ++verdict.looked_at;
      const std::string why = why_no_back_off(pauses_of(chain));
      if (why.empty()) continue;
      verdict.violations.push_back(
          {fmt::format("{} to {} came {}, although #{} and the next had put the client off",
                       count_of(chain.size(), "request"), chain.front()->path, why, chain.front()->seq),
           numbers_of(chain)});
    }
  }
  return verdict;
}

}  // namespace

Invariant retries_grow_apart() {
  return {"I-14", "retries behind 429 and 5xx are spaced, and further apart each time", "field practice",
          Severity::warning, check};
}

}  // namespace gcmock
