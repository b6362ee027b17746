// What happened in a scenario as a sequence diagram has it.
#include "report/sequence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/exchange_words.h"
#include "report/reasons.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

constexpr std::size_t most_shown = 120;
constexpr std::size_t shown_at_the_end = 30;
const char* const no_org = "no org";

using Blame = std::map<std::uint64_t, std::vector<std::string>>;

void blame(Blame& blamed, const std::vector<std::uint64_t>& exchanges, const std::string& by) {
  for (const std::uint64_t seq : exchanges) {
    std::vector<std::string>& names = blamed[seq];
    if (std::ranges::count(names, by) == 0) names.push_back(by);
  }
}

Blame blamed_in(const ScenarioResult& scenario) {
  Blame blamed;
  for (const CheckResult& check : scenario.checks) {
    if (!check.passed) blame(blamed, check.exchanges, "check");
  }
  for (const InvariantResult& invariant : scenario.invariants) {
    if (invariant.status != InvariantResult::Status::violated) continue;
    for (const InvariantResult::Finding& finding : invariant.findings) blame(blamed, finding.exchanges, invariant.id);
  }
  return blamed;
}

std::string came_of(const StepResult& step) {
  if (step.failed) return comparison_of(step);
  if (!step.run) return "not run";
  return step.got ? std::string(to_string(*step.got)) : "";
}

Tone tone_of(const StepResult& step) {
  if (step.failed) return Tone::bad;
  return step.run && step.got ? Tone::good : Tone::plain;
}

Arrival arrival_of(const Exchange& exchange) {
  if (exchange.status == 0) return Arrival::never_made;
  return exchange.delivery.state == DeliveryState::complete ? Arrival::whole : Arrival::lost;
}

Tone tone_of(const Exchange& exchange) {
  if (arrival_of(exchange) != Arrival::whole) return Tone::doubtful;
  return exchange.status >= 400 ? Tone::bad : Tone::good;
}

class Drawing {
 public:
  explicit Drawing(const ScenarioResult& scenario) : steps_(scenario.steps), blamed_(blamed_in(scenario)) {}

  void add(const StepResult& step, std::size_t number) {
    SequenceEvent event;
    // What was not run comes behind everything that was.
    event.at = step.run ? step.started : std::chrono::nanoseconds::max();
    event.tone = tone_of(step);
    event.what = SequenceStep{fmt::format("step {} · {}", number, step.what), came_of(step)};
    sequence_.events.push_back(std::move(event));
  }

  void add(const Exchange& exchange) {
    const std::size_t lane = lane_of(exchange);
    const auto put = [&](std::chrono::nanoseconds at, Tone tone, auto what) {
      sequence_.events.push_back({at, exchange.at, lane, exchange.seq, tone, std::move(what)});
    };
    put(exchange.arrived, Tone::plain, SequenceRequest{request_in_words(exchange), joined(blamed_[exchange.seq])});
    if (exchange.rule) put(exchange.decided, Tone::doubtful, SequenceNote{note_of(*exchange.rule)});
    for (const ChangeMade& change : exchange.changes) put(exchange.decided, Tone::plain, SequenceNote{change.what});
    put(answered_at(exchange), tone_of(exchange), SequenceAnswer{answer_in_words(exchange), arrival_of(exchange)});
  }

  void leave_out(std::size_t exchanges) { sequence_.exchanges_left_out = exchanges; }

  Sequence drawn() && {
    std::ranges::stable_sort(sequence_.events, {}, &SequenceEvent::at);
    return std::move(sequence_);
  }

 private:
  /// A client may have an answer, and tell so, a moment before the server has noted that it went out: where that makes
  /// the difference, it went out before its step ended.
  [[nodiscard]] std::chrono::nanoseconds answered_at(const Exchange& exchange) const {
    constexpr std::chrono::milliseconds a_moment{20};
    const auto noted = std::max(exchange.delivery.finished, exchange.decided);
    const auto step = std::ranges::find_if(steps_, [&](const StepResult& each) {
      return each.run && each.started <= exchange.arrived && exchange.decided <= each.ended;
    });
    if (step == steps_.end() || noted < step->ended || noted - step->ended > a_moment) return noted;
    return std::max(exchange.decided,
                    step->ended - std::chrono::nanoseconds(1));  // before the next step, if that began at once
  }

  /// In full where a rule speaks first.
  std::string note_of(const RuleSpoke& rule) {
    return rules_worded_.insert(rule.index).second ? rule_in_words(rule) : fmt::format("rule {}", rule.index + 1);
  }

  std::size_t lane_of(const Exchange& exchange) {
    const std::string name = exchange.subject.org ? exchange.subject.org->value : no_org;
    const auto known = std::ranges::find(sequence_.orgs, name);
    if (known == sequence_.orgs.end()) sequence_.orgs.push_back(name);
    return static_cast<std::size_t>(std::ranges::find(sequence_.orgs, name) - sequence_.orgs.begin());
  }

  const std::vector<StepResult>& steps_;
  Sequence sequence_;
  Blame blamed_;
  std::set<std::size_t> rules_worded_;
};

}  // namespace

Sequence sequence_of(const ScenarioResult& scenario) {
  Drawing drawing(scenario);
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) drawing.add(scenario.steps[i], i + 1);
  const std::size_t size = scenario.journal.size();
  const bool is_long = size > most_shown;
  for (std::size_t i = 0; i < size; ++i) {
    if (is_long && i >= most_shown - shown_at_the_end && i < size - shown_at_the_end) continue;
    drawing.add(scenario.journal[i]);
  }
  if (is_long) drawing.leave_out(size - most_shown);
  return std::move(drawing).drawn();
}

}  // namespace gcmock
