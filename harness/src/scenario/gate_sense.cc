#include "scenario/gate_sense.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace gcmock {
namespace {

struct NamedGate {
  const Gate* gate;
  const Spot* spot;
};

bool is_under_way(const ActionReading& action) {
  return std::holds_alternative<Delay>(action.action) || std::holds_alternative<Drip>(action.action) ||
         std::holds_alternative<Gate>(action.action);
}

}  // namespace

void check_gates(const std::vector<RuleReading>& rules, Mistakes& mistakes) {
  std::map<std::string, NamedGate> by_name;
  for (const RuleReading& rule : rules) {
    for (auto action = rule.actions.begin(); action != rule.actions.end(); ++action) {
      const auto* gate = std::get_if<Gate>(&action->action);
      if (gate == nullptr) continue;
      const auto under_way = std::find_if(rule.actions.begin(), action, is_under_way);
      if (under_way != action) {
        mistakes.add({"GC416", action->spot, "a gate holds the answer before anything of it is sent",
                      "put it before what is done on the way; one gate in a rule"},
                     under_way->spot, "it is on its way here");
      }
      if (gate->name.empty()) continue;
      const auto [first, is_new] = by_name.try_emplace(gate->name, NamedGate{gate, &action->spot});
      if (is_new || *first->second.gate == *gate) continue;
      mistakes.add({"GC416", action->spot, fmt::format("gate \"{}\" is described in another way before", gate->name),
                    "say the same of it in each rule, or give this one another name"},
                   *first->second.spot, "the first of this name");
    }
  }
}

}  // namespace gcmock
