// I-23: who was told that a POST failed may have made it again by other means; a client that sends it once more behind
// that has it carried out twice. The same where the first was carried out and its answer lost.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// A request that was sent before the reply may arrive a moment behind it.
constexpr std::chrono::milliseconds still_on_its_way{20};

bool is_idempotent(std::string_view method) {
  return method != "POST" && method != "PATCH";
}

bool asks_what_must_not_be_repeated(const StepResult& step) {
  return step.run && step.verb == Verb::call && step.org && step.calls == 1 && !step.method.empty() &&
         !is_idempotent(step.method);
}

std::string_view path_without_query(const StepResult& step) {
  return std::string_view(step.path).substr(0, step.path.find('?'));
}

// Its path may be behind a prefix of the host's.
bool is_request_for(const StepResult& step, const Exchange& exchange) {
  return is_api_request(exchange) && exchange.method == step.method &&
         exchange.path.ends_with(path_without_query(step)) &&
         (!exchange.subject.org || exchange.subject.org == step.org);
}

// By the path alone: queries are told apart by nobody here.
bool asks_the_same(const StepResult& step, const StepResult& other) {
  return other.run && other.org == step.org && other.method == step.method &&
         path_without_query(other) == path_without_query(step);
}

bool was_told_otherwise(const StepResult& step) {
  return step.got && step.got != Outcome::ok;
}

// From the step's beginning to the next one that asks the same: what comes then was asked for.
std::vector<const Exchange*> requests_for(const StepResult& step, const Evidence& evidence) {
  const auto next = std::find_if(evidence.steps.begin(), evidence.steps.end(), [&](const StepResult& other) {
    return other.started > step.started && asks_the_same(step, other);
  });
  std::vector<const Exchange*> requests;
  for (const Exchange& exchange : evidence.journal) {
    const bool is_of_its_time =
        exchange.arrived >= step.started && (next == evidence.steps.end() || exchange.arrived < next->started);
    if (is_of_its_time && is_request_for(step, exchange)) requests.push_back(&exchange);
  }
  return requests;
}

bool was_carried_out(const Exchange& exchange) {
  return exchange.status >= 200 && exchange.status < 300;
}

std::vector<const Exchange*> behind_the_reply(const StepResult& step, const std::vector<const Exchange*>& requests) {
  std::vector<const Exchange*> found;
  if (!was_told_otherwise(step)) return found;
  std::copy_if(requests.begin() + 1, requests.end(), std::back_inserter(found),
               [&](const Exchange* request) { return request->arrived > step.ended + still_on_its_way; });
  return found;
}

void look_at(const StepResult& step, const std::vector<const Exchange*>& requests, InvariantVerdict& verdict) {
  if (const auto late = behind_the_reply(step, requests); !late.empty()) {
    verdict.violations.push_back(
        {fmt::format("{} {} was sent again {} after the caller had been told {} of step \"{}\"", step.method, step.path,
                     describe_span(late.front()->arrived - step.ended), to_string(*step.got), step.what),
         numbers_of(late)});
    return;
  }
  const auto done =
      std::find_if(requests.begin(), requests.end(), [](const auto* one) { return was_carried_out(*one); });
  if (done == requests.end() || done + 1 == requests.end()) return;
  verdict.violations.push_back(
      {fmt::format("{} {} was carried out in #{} and sent again, although step \"{}\" had asked "
                   "for it once",
                   step.method, step.path, (*done)->seq, step.what),
       numbers_of({done + 1, requests.end()})});
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const StepResult& step : evidence.steps) {
    if (!asks_what_must_not_be_repeated(step)) continue;
    const auto requests = requests_for(step, evidence);
    if (requests.empty()) continue;
    ++verdict.looked_at;
    look_at(step, requests, verdict);
  }
  return verdict;
}

}  // namespace

Invariant calls_are_not_repeated_unasked() {
  return {"I-23", "a call that is not idempotent is not made again behind its caller's back", "RFC 9110 §9.2.2",
          Severity::warning, check};
}

}  // namespace gcmock
