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

/// Whatever matches `narrow` matches `wide`; `nth` aside.
bool covers(const When& wide, const When& narrow) {
  return covers(wide.endpoint, narrow.endpoint) && covers(wide.grant, narrow.grant) && covers(wide.org, narrow.org) &&
         covers(wide.client, narrow.client) && covers(wide.user, narrow.user) && covers(wide.method, narrow.method);
}

/// Every rule counts every request that it matches, so that two that are equal are due at the same request.
bool shadows(const When& earlier, const When& later) {
  return earlier == later || (!earlier.nth && covers(earlier, later));
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
    check_stage(rule, mistakes);
    check_order(rule, mistakes);
  }
}

}  // namespace gcmock
