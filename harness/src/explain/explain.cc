#include "explain/explain.h"

#include <fmt/format.h>

#include "explain/change_behind.h"
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

// "changed in #7: client app of org acme was deleted", "changed by a step behind #7: …".
std::string worded(const ChangeInJournal& change) {
  const bool is_a_step = change.by == ChangeInJournal::By::step;
  if (is_a_step && change.exchange == 0) return "changed by a step before the first request: " + change.what;
  if (is_a_step) return fmt::format("changed by a step behind #{}: {}", change.exchange, change.what);
  return fmt::format("changed in #{}: {}", change.exchange, change.what);
}

std::string decided_at(const Scenario& scenario, const Exchange& exchange, const std::vector<Exchange>& journal,
                       const std::vector<ChangeBetween>& between) {
  if (exchange.rule) return exchange.rule->place.empty() ? "the script" : exchange.rule->place;
  if (exchange.trail.empty()) return {};
  const std::string pointer = place(exchange.trail.back(), exchange.subject);
  const auto origin = pointer.empty() ? std::nullopt : scenario.places.find(pointer);
  std::string where = origin ? worded(*origin, scenario.file) : std::string{};
  if (const auto change = change_behind(exchange, journal, scenario.world, between)) {
    where.append(where.empty() ? "" : ", ").append(worded(*change));
  }
  return where;
}

}  // namespace

Explanation explain(const Scenario& scenario, const Exchange& exchange, const std::vector<Exchange>& journal,
                    const std::vector<ChangeBetween>& between) {
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
  }
  explanation.decided_at = decided_at(scenario, exchange, journal, between);
  if (scenario.world.dialect == Dialect::reported && exchange.endpoint == Endpoint::token) {
    explanation.genesys_shows = genesys_symptom(explanation.reason);
  }
  return explanation;
}

}  // namespace gcmock
