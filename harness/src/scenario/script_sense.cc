// Each check says why the rule cannot do what its author may have wanted.
#include "scenario/script_sense.h"

#include <algorithm>

namespace gcmock {
namespace {

template <class Kind>
bool is(const ActionReading& action) {
  return std::holds_alternative<Kind>(action.action);
}

bool makes_answer(const ActionReading& action) {
  return is<Refuse>(action) || is<Respond>(action);
}

template <class Field>
bool covers(const Field& wide, const Field& narrow) {
  return !wide || wide == narrow;
}

bool covers(const WantedValues& wide, const WantedValues& narrow) {
  return std::ranges::all_of(wide, [&](const auto& want) {
    const auto found = narrow.find(want.first);
    return found != narrow.end() && found->second == want.second;
  });
}

/// Speaks to every request that it matches: no count, time or chance stands between.
bool takes_all(const When& when) {
  return !when.nth && !when.every && !when.from && !when.to && !when.after && !when.since && !when.until &&
         !when.probability;
}

/// Whatever matches `narrow` matches `wide`; counts, times and chance aside.
bool covers(const When& wide, const When& narrow) {
  return covers(wide.endpoint, narrow.endpoint) && covers(wide.grant, narrow.grant) && covers(wide.org, narrow.org) &&
         covers(wide.client, narrow.client) && covers(wide.user, narrow.user) && covers(wide.method, narrow.method) &&
         covers(wide.path, narrow.path) && covers(wide.headers, narrow.headers) && covers(wide.fields, narrow.fields);
}

/// Every rule counts every request that it matches, so that two that are equal are due at the same request.
bool shadows(const When& earlier, const When& later) {
  const bool are_alike = earlier == later && !earlier.probability;
  return are_alike || (takes_all(earlier) && covers(earlier, later));
}

void check_reach(const std::vector<RuleReading>& rules, Mistakes& mistakes) {
  for (auto later = rules.begin(); later != rules.end(); ++later) {
    const auto earlier = std::find_if(
        rules.begin(), later, [&](const RuleReading& rule) { return shadows(rule.rule.when, later->rule.when); });
    if (earlier == later) continue;
    mistakes.add(
        {"GC402", later->when_spot, "this rule can never speak: an earlier one takes every request that it matches",
         "put this rule first, or give the earlier one an \"nth\""},
        earlier->when_spot, "the earlier one");
  }
}

/// Why no request can be the one that the rule waits for; empty where one can.
std::string contradiction_in(const When& when) {
  if (when.from && when.to && *when.from > *when.to) return "\"from\" is beyond \"to\"";
  if (when.nth && when.from && *when.nth < *when.from) return "the nth comes before \"from\"";
  if (when.nth && when.to && *when.nth > *when.to) return "the nth comes after \"to\"";
  if (when.nth && when.every && *when.nth % *when.every != 0) return "the nth is none of \"every\"";
  if (when.since && when.until && *when.since >= *when.until) return "\"since\" is not before \"until\"";
  if (when.probability && *when.probability == 0) return "its probability is 0";
  return {};
}

void check_counts(const RuleReading& rule, Mistakes& mistakes) {
  const std::string why = contradiction_in(rule.rule.when);
  if (why.empty()) return;
  mistakes.add({"GC402", rule.when_spot, "this rule can never speak: " + why, "let its conditions meet"});
}

void check_stage(const RuleReading& rule, Mistakes& mistakes) {
  const bool answers = std::any_of(rule.actions.begin(), rule.actions.end(), makes_answer);
  const bool cuts = std::any_of(rule.actions.begin(), rule.actions.end(), is<Cut>);
  for (const ActionReading& action : rule.actions) {
    if (is<Refuse>(action) && rule.stage == Stage::after_settling) {
      mistakes.add({"GC403", action.spot, "a refusal after settling would contradict the ruling that was made",
                    "\"stage\": \"instead_of_ruling\"; or \"respond\" with the answer that the client shall see"});
    }
    if (is<OmitMembers>(action) && rule.stage == Stage::instead_of_ruling) {
      mistakes.add({"GC404", action.spot, "without a ruling there is no answer to leave members out of",
                    "\"stage\": \"after_settling\"; or \"respond\" without those members"});
    }
  }
  if (rule.stage == Stage::instead_of_ruling && !answers && !cuts && !rule.actions.empty()) {
    mistakes.add({"GC404", rule.do_spot,
                  "no answer is made: policy is not asked at this stage, and the rule gives none",
                  "\"stage\": \"after_settling\"; or add \"refuse\" or \"respond\""});
  }
}

void check_order(const RuleReading& rule, Mistakes& mistakes) {
  const auto cut = std::find_if(rule.actions.begin(), rule.actions.end(), is<Cut>);
  if (cut != rule.actions.end() && cut + 1 != rule.actions.end()) {
    mistakes.add({"GC405", (cut + 1)->spot, "the connection is cut before this action", "put it before the cut"},
                 cut->spot, "the cut");
  }
  const auto first = std::find_if(rule.actions.begin(), rule.actions.end(), makes_answer);
  if (first == rule.actions.end()) return;
  const auto second = std::find_if(first + 1, rule.actions.end(), makes_answer);
  if (second == rule.actions.end()) return;
  mistakes.add({"GC406", second->spot, "this rule answers twice", "leave one of the two answers"}, first->spot,
               "the first answer");
}

}  // namespace

void check_script(const std::vector<RuleReading>& rules, Mistakes& mistakes) {
  check_reach(rules, mistakes);
  for (const RuleReading& rule : rules) {
    check_counts(rule, mistakes);
    check_stage(rule, mistakes);
    check_order(rule, mistakes);
  }
}

}  // namespace gcmock
