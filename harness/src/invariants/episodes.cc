// Cuts a journal at its steps.
#include "invariants/episodes.h"

#include <fmt/format.h>

#include <algorithm>

#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// Long enough for a thread to be woken and read an answer, short against any back-off.
constexpr std::chrono::milliseconds moment_between_calls{20};

const StepResult* step_that_begins_with(const std::vector<StepResult>& steps, std::uint64_t seq) {
  const auto found =
      std::find_if(steps.begin(), steps.end(), [&](const StepResult& step) { return step.first_exchange == seq; });
  return found == steps.end() ? nullptr : &*found;
}

bool made_in_one_run(const Episode& episode, const Evidence& evidence) {
  return episode.step != nullptr && std::any_of(evidence.steps.begin(), evidence.steps.end(),
                                                [](const StepResult& step) { return step.calls == 0; });
}

}  // namespace

std::vector<Episode> split_by_step(const Evidence& evidence) {
  std::vector<Episode> episodes;
  for (const Exchange& exchange : evidence.journal) {
    const StepResult* begun = step_that_begins_with(evidence.steps, exchange.seq);
    if (begun != nullptr || episodes.empty()) {
      episodes.push_back({begun, begun == nullptr ? 1 : std::max(begun->calls, 1), {}});
    }
    episodes.back().exchanges.push_back(&exchange);
  }
  for (Episode& episode : episodes) {
    if (made_in_one_run(episode, evidence)) episode.step = nullptr;
  }
  return episodes;
}

std::string name_of(const Episode& episode) {
  return episode.step == nullptr ? "the run" : fmt::format("step \"{}\"", episode.step->what);
}

bool is_of_a_call(const Episode& episode) {
  return episode.step == nullptr || episode.step->verb == Verb::call;
}

std::optional<OrgName> org_of(const Exchange& exchange, const Episode& episode) {
  if (exchange.subject.org || episode.step == nullptr) return exchange.subject.org;
  return episode.step->org;
}

std::string name_of(const std::optional<OrgName>& org) {
  return org ? "org " + org->value : "no known org";
}

bool could_know(const Exchange& request, const Exchange& answer, const Episode& episode) {
  if (!knew(request, answer)) return false;
  return episode.calls <= 1 || time_between(answer, request) >= moment_between_calls;
}

std::string within(const Exchange& answer, const Exchange& last) {
  return "within " + describe_span(time_between(answer, last));
}

std::vector<std::uint64_t> numbers_of(const std::vector<const Exchange*>& exchanges) {
  std::vector<std::uint64_t> numbers;
  for (const Exchange* exchange : exchanges) numbers.push_back(exchange->seq);
  return numbers;
}

}  // namespace gcmock
