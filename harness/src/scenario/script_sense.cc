// Each check says why the rule cannot do what its author may have wanted.
#include "scenario/script_sense.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "scenario/expect_sense.h"
#include "scenario/gate_sense.h"

namespace gcmock {
namespace {

template <class... Kinds>
bool is(const ActionReading& action) {
  return (std::holds_alternative<Kinds>(action.action) || ...);
}

constexpr auto makes_answer = is<Refuse, Respond, Fail, Redirect>;
constexpr auto changes_answer =
    is<OmitMembers, SetMembers, SetHeaders, ReplaceBody, TruncateBody, MisstateLength, BreakChunks>;
constexpr auto changes_members = is<OmitMembers, SetMembers>;
constexpr auto spoils_json = is<ReplaceBody, TruncateBody>;
/// Nothing is sent behind these.
constexpr auto is_the_last = is<Cut, FallSilent, SendGarbage>;
constexpr auto decides_the_end = is<Cut, FallSilent, SendGarbage, MisstateLength, BreakChunks, CloseIdle>;

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
  if (when.grant && when.endpoint && !presents_grants(*when.endpoint)) {
    return fmt::format("requests for {} present no grant", to_string(*when.endpoint));
  }
  return {};
}

void check_counts(const RuleReading& rule, Mistakes& mistakes) {
  const std::string why = contradiction_in(rule.rule.when);
  if (why.empty()) return;
  mistakes.add({"GC402", rule.when_spot, "this rule can never speak: " + why, "let its conditions meet"});
}

/// An answer must be there to be changed: policy's, or one that an earlier action of the rule made.
void check_changes(const RuleReading& rule, Mistakes& mistakes) {
  if (rule.stage != Stage::instead_of_ruling) return;
  const auto answer = std::ranges::find_if(rule.actions, makes_answer);
  for (auto action = rule.actions.begin(); action != rule.actions.end(); ++action) {
    if (is<OmitMembers>(*action)) {
      mistakes.add({"GC404", action->spot, "without a ruling there is no answer to leave members out of",
                    "\"stage\": \"after_settling\"; or \"respond\" without those members"});
    } else if (changes_answer(*action) && answer == rule.actions.end()) {
      mistakes.add({"GC404", action->spot, "without a ruling there is no answer to change",
                    "\"stage\": \"after_settling\"; or an action before this one that makes an answer"});
    }
  }
}

void check_stage(const RuleReading& rule, Mistakes& mistakes) {
  for (const ActionReading& action : rule.actions) {
    if (is<Refuse>(action) && rule.stage == Stage::after_settling) {
      mistakes.add({"GC403", action.spot, "a refusal after settling would contradict the ruling that was made",
                    "\"stage\": \"instead_of_ruling\"; or \"respond\" with the answer that the client shall see"});
    }
  }
  check_changes(rule, mistakes);
  const bool does_its_own =
      std::ranges::any_of(rule.actions, makes_answer) || std::ranges::any_of(rule.actions, is_the_last);
  if (rule.stage == Stage::instead_of_ruling && !does_its_own && !rule.actions.empty()) {
    mistakes.add({"GC404", rule.do_spot,
                  "no answer is made: policy is not asked at this stage, and the rule gives none",
                  "\"stage\": \"after_settling\"; or add \"refuse\" or \"respond\""});
  }
}

/// What has become of the connection, for whoever would do something behind it.
Mistake behind(const ActionReading& last, const Spot& spot) {
  if (is<Cut>(last)) return {"GC405", spot, "the connection is cut before this action", "put it before the cut"};
  if (is<FallSilent>(last)) return {"GC405", spot, "nothing more is sent by then", "put it before the silence"};
  return {"GC405", spot, "garbage was sent in place of the answer by then", "put it before the garbage"};
}

void check_what_comes_last(const RuleReading& rule, Mistakes& mistakes) {
  const auto last = std::ranges::find_if(rule.actions, is_the_last);
  if (last != rule.actions.end() && last + 1 != rule.actions.end()) {
    mistakes.add(behind(*last, (last + 1)->spot), last->spot, is<Cut>(*last) ? "the cut" : "it is done here");
    return;
  }
  const auto first = std::ranges::find_if(rule.actions, decides_the_end);
  if (first == rule.actions.end()) return;
  const auto second = std::find_if(first + 1, rule.actions.end(), decides_the_end);
  if (second == rule.actions.end()) return;
  mistakes.add({"GC414", second->spot, "this rule ends the connection in two ways", "leave one of the two"},
               first->spot, "the first way");
}

void check_answers(const RuleReading& rule, Mistakes& mistakes) {
  const auto first = std::ranges::find_if(rule.actions, makes_answer);
  if (first == rule.actions.end()) return;
  const auto second = std::find_if(first + 1, rule.actions.end(), makes_answer);
  if (second != rule.actions.end()) {
    mistakes.add({"GC406", second->spot, "this rule answers twice", "leave one of the two answers"}, first->spot,
                 "the first answer");
  }
  const auto lost = std::find_if(rule.actions.begin(), first, changes_answer);
  if (lost == first) return;
  mistakes.add({"GC413", lost->spot, "the answer that this changes is replaced by a later action",
                "put it behind the new answer"},
               first->spot, "the new answer");
}

void check_members(const RuleReading& rule, Mistakes& mistakes) {
  const auto spoilt = std::ranges::find_if(rule.actions, spoils_json);
  const auto lost = std::find_if(spoilt, rule.actions.end(), changes_members);
  if (lost == rule.actions.end()) return;
  mistakes.add({"GC413", lost->spot, "the answer is no JSON any more: it has no members", "put it before that"},
               spoilt->spot, "since here");
}

void check_fates(const RuleReading& rule, std::optional<Scheme> scheme, Mistakes& mistakes) {
  for (const ActionReading& action : rule.actions) {
    const auto* next = std::get_if<NextConnections>(&action.action);
    if (next == nullptr || next->fate == ConnectionFate::refused || scheme == Scheme::https) continue;
    mistakes.add({"GC415", action.spot,
                  "handshakes and certificates are for https, which this scenario does not ask for",
                  "\"server\": { \"scheme\": \"https\" }"});
  }
}

}  // namespace

void check_script(const std::vector<RuleReading>& rules, std::optional<Scheme> scheme, Mistakes& mistakes) {
  check_reach(rules, mistakes);
  check_gates(rules, mistakes);
  for (const RuleReading& rule : rules) {
    check_counts(rule, mistakes);
    check_stage(rule, mistakes);
    check_what_comes_last(rule, mistakes);
    check_answers(rule, mistakes);
    check_members(rule, mistakes);
    check_fates(rule, scheme, mistakes);
  }
}

}  // namespace gcmock
