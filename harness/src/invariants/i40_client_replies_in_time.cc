// I-40: a server that is slow or keeps silent must not take its client along. What is looked at is calls during which
// an answer did not arrive whole or took long, and calls that the client never replied to.
#include <fmt/format.h>

#include <algorithm>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

constexpr std::chrono::seconds slow{1};  // assumed: what a person notices

// A server that keeps silent has delivered all there was: nothing.
bool keeps_waiting(const Exchange& exchange) {
  return !was_delivered(exchange) || exchange.delivery.bytes_sent == 0 ||
         exchange.delivery.finished - exchange.arrived >= slow;
}

std::vector<const Exchange*> waited_for(const StepResult& step, const std::vector<Exchange>& journal) {
  std::vector<const Exchange*> exchanges;
  for (const Exchange& exchange : journal) {
    const bool during = step.first_exchange <= exchange.seq && exchange.seq <= step.last_exchange;
    if (step.first_exchange != 0 && during && keeps_waiting(exchange)) exchanges.push_back(&exchange);
  }
  return exchanges;
}

bool hung(const StepResult& step) {
  return step.broke == ClientBroke::How::timed_out;
}

std::string behind(const std::vector<const Exchange*>& waited) {
  if (waited.empty()) return {};
  return fmt::format("; it waited for the answer to #{} {}", waited.back()->seq, waited.back()->path);
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const StepResult& step : evidence.steps) {
    if (!step.run || !step.verb) continue;
    const auto waited = waited_for(step, evidence.journal);
    if (waited.empty() && !hung(step)) continue;
    ++verdict.looked_at;
    if (!hung(step)) continue;
    verdict.violations.push_back({fmt::format("the client did not reply to step \"{}\" within {}{}", step.what,
                                              describe_span(step.ended - step.started), behind(waited)),
                                  numbers_of(waited)});
  }
  return verdict;
}

}  // namespace

Invariant client_replies_in_time() {
  return {"I-40", "a slow or silent server does not make the client hang", "field practice", Severity::warning, check};
}

}  // namespace gcmock
