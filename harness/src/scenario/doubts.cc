// One function for each doubt.
#include "scenario/doubts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "scenario/expect_sense.h"
#include "scenario/removal.h"
#include "scenario/scenario_words.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

std::span<const JsonValue> items_of(const JsonValue* json, std::string_view key) {
  const JsonMember* list = json == nullptr ? nullptr : json->find(key);
  return list == nullptr ? std::span<const JsonValue>() : std::span<const JsonValue>(list->value.items);
}

const JsonValue* expect_of(const JsonValue& json) {
  const JsonMember* expect = json.find("expect");
  return expect == nullptr ? nullptr : &expect->value;
}

std::string written(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

void warn_of_expired_waivers(const JsonValue& json, const Scenario& scenario, Date today, Mistakes& mistakes) {
  const auto items = items_of(&json, "waivers");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Waiver& waiver = scenario.waivers[i];
    if (waiver.expires >= today) continue;
    mistakes.doubt({"GC601", items[i].find("expires")->value.spot,
                    fmt::format("the waiver of {} expired on {}", waiver.invariant, written(waiver.expires)),
                    "let the client obey, or agree on another date; a run holds the client to it again"});
  }
}

/// Nothing is asked of the client behind them, so that only the ledger could show them.
void warn_of_steps_behind_the_last_call(const JsonValue& json, const Scenario& scenario, Mistakes& mistakes) {
  if (!scenario.expect.ledger.empty()) return;
  const auto is_call = [](const Step& step) { return std::holds_alternative<PerformCall>(step.what); };
  const auto last = std::find_if(scenario.steps.rbegin(), scenario.steps.rend(), is_call);
  if (last == scenario.steps.rbegin()) return;
  const auto behind = static_cast<std::size_t>(last.base() - scenario.steps.begin());
  mistakes.doubt({"GC604", items_of(&json, "steps")[behind].spot, "nothing is asked of the client behind this step",
                  "add a call behind it, expect something of the ledger, or remove the step"});
}

void warn_of_nothing_judged(const JsonValue& json, const Scenario& scenario, Mistakes& mistakes) {
  const Expectations& expect = scenario.expect;
  if (!expect.exchanges.empty() || !expect.never.empty() || !expect.in_order.empty() || !expect.ledger.empty()) return;
  const bool judges = std::ranges::any_of(scenario.steps, [](const Step& step) {
    const auto* call = std::get_if<PerformCall>(&step.what);
    return call != nullptr && !call->outcomes.empty();
  });
  if (judges) return;
  mistakes.doubt({"GC605", json.find("steps")->key_spot, "no step has an outcome and nothing is expected",
                  "add \"outcome\" to a step, or \"expect\": else the invariants alone judge the client"});
}

std::set<OrgName> orgs_of_steps(const JsonValue& json) {
  std::set<OrgName> orgs;
  for (const JsonValue& step : items_of(&json, "steps")) {
    for (const std::string_view key : {"org", "home"}) {
      if (const JsonMember* org = step.find(key)) orgs.insert(OrgName(org->value.text));
    }
  }
  return orgs;
}

void warn_of_idle_orgs(const JsonValue& json, const Scenario& scenario, Mistakes& mistakes) {
  const std::set<OrgName> asked = orgs_of_steps(json);
  const auto check = [&](const std::optional<OrgName>& org, const Spot& spot, std::string_view what) {
    if (!org || asked.contains(*org)) return;
    mistakes.doubt(
        {"GC606", spot, fmt::format("{} org {}, and no step asks anything there", what, org->value),
         fmt::format(R"(add a step like {{ "do": "call", "org": "{}" }}, or name another org)", org->value)});
  };
  const auto rules = items_of(&json, "script");
  for (std::size_t i = 0; i < rules.size(); ++i) {
    check(scenario.script.rules[i].when.org, rules[i].find("when")->value.spot, "this rule waits for requests for");
  }
  const auto counts = items_of(expect_of(json), "exchanges");
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const CountExpectation& count = scenario.expect.exchanges[i];
    if (count.exactly.value_or(count.at_least.value_or(0)) == 0) continue;
    check(count.match.org, counts[i].spot, "exchanges are expected for");
  }
  const auto order = items_of(expect_of(json), "in_order");
  for (std::size_t i = 0; i < order.size(); ++i) {
    check(scenario.expect.in_order.front().patterns[i].org, order[i].spot, "an exchange is expected for");
  }
}

void warn_of_any_outcome(const JsonValue& json, const Scenario& scenario, Mistakes& mistakes) {
  const auto steps = items_of(&json, "steps");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto* call = std::get_if<PerformCall>(&scenario.steps[i].what);
    if (call == nullptr) continue;
    const std::set<Outcome> right(call->outcomes.begin(), call->outcomes.end());
    if (right.size() != words::outcomes.size()) continue;
    mistakes.doubt({"GC607", steps[i].find("outcome")->value.spot, "every outcome is right here",
                    "name those that are, or leave \"outcome\" out: then none is judged"});
  }
}

void warn_of_repetitions(std::span<const JsonValue> items, Mistakes& mistakes) {
  for (auto item = items.begin(); item != items.end(); ++item) {
    const auto first =
        std::find_if(items.begin(), item, [&](const JsonValue& earlier) { return same_value(earlier, *item); });
    if (first == item) continue;
    mistakes.doubt({"GC608", item->spot, "this is expected twice", "leave one of the two", removal_of_item(*item)},
                   first->spot, "first");
  }
}

bool script_moves_clock(const Script& script) {
  return std::ranges::any_of(script.rules, [](const Rule& rule) {
    return std::ranges::any_of(rule.actions,
                               [](const Action& action) { return std::holds_alternative<AdvanceClock>(action); });
  });
}

/// The latest that a clock which nothing else moves comes to be.
milliseconds latest(const std::vector<Step>& steps) {
  milliseconds now{0};
  milliseconds latest{0};
  for (const Step& step : steps) {
    const auto* advance = std::get_if<AdvanceClock>(&step.what);
    if (advance == nullptr) continue;
    now += advance->by;
    latest = std::max(latest, now);
  }
  return latest;
}

void warn_of_times_that_do_not_come(const JsonValue& json, const Scenario& scenario, Mistakes& mistakes) {
  const bool is_frozen = !scenario.clock || scenario.clock->time == DomainTime::frozen;
  const bool is_shifted = scenario.clock && scenario.clock->offset != milliseconds(0);
  if (!is_frozen || is_shifted || script_moves_clock(scenario.script)) return;
  const milliseconds end = latest(scenario.steps);
  const auto rules = items_of(&json, "script");
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto& since = scenario.script.rules[i].when.since;
    if (!since || *since <= end) continue;
    mistakes.doubt({"GC609", rules[i].find("when")->value.find("since")->value.spot,
                    "the steps end before this time has come: the clock stands still between them",
                    "let a step advance the clock so far, or name an earlier time"});
  }
}

void warn_of_idle_change(const JsonValue& world, const JsonMember& change, Mistakes& mistakes) {
  const JsonMember* there = world.find(change.key);
  if (there == nullptr || change.value.is(JsonValue::Kind::null)) return;
  const bool goes_deeper = change.value.is(JsonValue::Kind::object) && there->value.is(JsonValue::Kind::object);
  if (goes_deeper && !change.value.members.empty()) {
    warn_of_idle_changes(there->value, change.value, mistakes);
  } else if (goes_deeper || same_value(there->value, change.value)) {
    mistakes.doubt({"GC602", change.key_spot, fmt::format("the world has \"{}\" so already", change.key),
                    "leave it out of world_changes, or change it", removal_of_member(change)},
                   there->key_spot, "there");
  }
}

}  // namespace

void warn_of_idle_changes(const JsonValue& world, const JsonValue& changes, Mistakes& mistakes) {
  for (const JsonMember& change : changes.members) warn_of_idle_change(world, change, mistakes);
}

void warn_of_doubts(const JsonValue& json, const Scenario& scenario, const std::optional<Date>& today,
                    Mistakes& mistakes) {
  if (const JsonMember* changes = json.find("world_changes"); changes != nullptr && changes->value.members.empty()) {
    mistakes.doubt(
        {"GC602", changes->key_spot, "world_changes change nothing", "leave them out", removal_of_member(*changes)});
  }
  if (today) warn_of_expired_waivers(json, scenario, *today, mistakes);
  warn_of_idle_events(json, scenario, mistakes);
  warn_of_steps_behind_the_last_call(json, scenario, mistakes);
  warn_of_nothing_judged(json, scenario, mistakes);
  warn_of_idle_orgs(json, scenario, mistakes);
  warn_of_any_outcome(json, scenario, mistakes);
  for (const std::string_view key : {"exchanges", "never"})
    warn_of_repetitions(items_of(expect_of(json), key), mistakes);
  warn_of_times_that_do_not_come(json, scenario, mistakes);
}

}  // namespace gcmock
