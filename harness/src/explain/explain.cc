#include "explain/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>
#include <variant>

#include "explain/change_behind.h"
#include "explain/granting_change.h"
#include "explain/looked_at.h"
#include "explain/remedy.h"
#include "gcmock/wire/symptom.h"

namespace gcmock {
namespace {

std::string worded(WorldPlaces::Change change) {
  switch (change) {
    case WorldPlaces::Change::none:
      return "left alone";
    case WorldPlaces::Change::added:
      return "added";
    case WorldPlaces::Change::replaced:
      return "changed";
    case WorldPlaces::Change::removed:
      return "removed";
  }
  return {};
}

// "fixtures/worlds/x.json:41:7, removed by world_changes at line 7".
std::string worded(const WorldPlaces::Origin& origin, const std::string& scenario_file) {
  std::string text = origin.stated ? to_string(*origin.stated) : std::string{};
  if (!origin.changed || origin.change == WorldPlaces::Change::none) return text;
  if (!text.empty()) text += ", ";
  const std::string where =
      origin.changed->file == scenario_file ? fmt::format("line {}", origin.changed->line) : to_string(*origin.changed);
  return text + fmt::format("{} by world_changes at {}", worded(origin.change), where);
}

std::string compared(const TrailStep& step) {
  if (step.expected.empty()) return step.found.empty() ? std::string{} : "found " + step.found;
  if (step.found.empty()) return "expected " + step.expected;
  return fmt::format("expected {}, found {}", step.expected, step.found);
}

/// "step 2 at scenarios/x.json:12:5": steps that change the world do so in their order.
std::string step_of(const ChangeInJournal& change, const Scenario& scenario) {
  std::size_t passed = 0;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    if (!std::holds_alternative<WorldEvent>(scenario.steps[i].what)) continue;
    if (passed++ == change.step) return fmt::format("step {} at {}", i + 1, to_string(scenario.steps[i].place));
  }
  return "a step";
}

/// " by the rule at scenarios/x.json:12", where it was one and not the request itself.
std::string rule_of(const ChangeInJournal& change, const Scenario& scenario, const std::vector<Exchange>& journal) {
  const auto made_by = std::ranges::find(journal, change.exchange, &Exchange::seq);
  if (made_by == journal.end() || !made_by->rule || made_by->rule->index >= scenario.script.rules.size()) return {};
  const auto did_it = [&](const Action& action) {
    const auto* event = std::get_if<WorldEvent>(&action);
    return event != nullptr && describe(event->change) == change.what;
  };
  if (std::ranges::none_of(scenario.script.rules[made_by->rule->index].actions, did_it)) return {};
  return made_by->rule->place.empty() ? " by a rule" : " by the rule at " + made_by->rule->place;
}

// "changed in #7: client app of org acme was deleted", "changed by step 2 at scenarios/x.json:9:5, behind #7: …".
std::string worded(const ChangeInJournal& change, const Scenario& scenario, const std::vector<Exchange>& journal) {
  if (change.by == ChangeInJournal::By::exchange) {
    return fmt::format("changed in #{}{}: {}", change.exchange, rule_of(change, scenario, journal), change.what);
  }
  const std::string when =
      change.exchange == 0 ? "before the first request" : fmt::format("behind #{}", change.exchange);
  return fmt::format("changed by {}, {}: {}", step_of(change, scenario), when, change.what);
}

using Origins = std::vector<WorldPlaces::Origin>;

bool is_changed(const WorldPlaces::Origin& origin) {
  return origin.changed && origin.change != WorldPlaces::Change::none;
}

/// Of a member that the files do not have, what it would be a member of. The root of a world says nothing.
std::optional<WorldPlaces::Origin> origin_near(const WorldPlaces& places, const std::string& pointer) {
  const auto exact = places.origins.find(pointer);
  if (exact != places.origins.end()) return exact->second;
  const std::string parent = pointer.substr(0, pointer.rfind('/'));
  const auto above = parent.empty() ? places.origins.end() : places.origins.find(parent);
  return above == places.origins.end() ? std::nullopt : std::optional(above->second);
}

/// Of each of the places; the first may be far above, and is always told.
Origins origins_of(const WorldPlaces& places, const std::vector<std::string>& pointers) {
  Origins origins;
  for (const std::string& pointer : pointers) {
    auto origin = origins.empty() ? places.find(pointer) : origin_near(places, pointer);
    if (origin) origins.push_back(*std::move(origin));
  }
  return origins;
}

/// What world_changes changed decided it; where they changed nothing, all that was looked at did.
std::string worded(Origins origins, const std::string& scenario_file) {
  if (std::ranges::any_of(origins, is_changed)) std::erase_if(origins, std::not_fn(is_changed));
  std::string text;
  for (const WorldPlaces::Origin& origin : origins) {
    const std::string each = worded(origin, scenario_file);
    if (text.find(each) == std::string::npos) text.append(text.empty() ? "" : "; ").append(each);
  }
  return text;
}

std::string decided_at(const Scenario& scenario, const Exchange& exchange, const std::vector<std::string>& places,
                       const std::vector<Exchange>& journal, const std::vector<ChangeBetween>& between) {
  if (exchange.rule && exchange.trail.empty())
    return exchange.rule->place.empty() ? "the script" : exchange.rule->place;
  const auto change = change_behind(exchange, journal, scenario.world, between);
  if (!change) return worded(origins_of(scenario.places, places), scenario.file);
  const auto origin = change->looked_at.empty() ? std::nullopt : scenario.places.find(change->looked_at);
  const std::string where = origin ? worded(*origin, scenario.file) : std::string{};
  return where + (where.empty() ? "" : ", ") + worded(*change, scenario, journal);
}

}  // namespace

Explanation explain(const Scenario& scenario, const Exchange& exchange, const std::vector<Exchange>& journal,
                    const std::vector<ChangeBetween>& between) {
  const std::vector<std::string> places = looked_at(exchange, scenario);
  Explanation explanation;
  explanation.exchange = exchange.seq;
  explanation.request = exchange.method + " " + exchange.path;
  explanation.status = exchange.status;
  explanation.reason = exchange.refusal.value_or(RefusalReason::malformed_request);
  for (const TrailStep& step : exchange.trail) {
    explanation.trail.push_back({step.finding == Finding::passed, describe(step, exchange.subject), compared(step)});
  }
  if (exchange.rule && exchange.trail.empty()) {
    explanation.trail.push_back({false, "a rule of the script: " + exchange.rule->what, {}});
  } else {
    explanation.remedy = remedy_for(exchange);
    explanation.change = granting_change(scenario, exchange, places);
  }
  explanation.decided_at = decided_at(scenario, exchange, places, journal, between);
  if (scenario.world.dialect == Dialect::reported && exchange.endpoint == Endpoint::token) {
    explanation.genesys_shows = genesys_symptom(explanation.reason);
  }
  return explanation;
}

}  // namespace gcmock
