// Each expectation against itself, against the world, and against the others.
#include "scenario/expect_sense.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "scenario/client_settings.h"

namespace gcmock {
namespace {

using Of = LedgerExpectation::Of;

template <class Field>
bool covers_field(const std::optional<Field>& wide, const std::optional<Field>& narrow) {
  return !wide || wide == narrow;
}

bool covers_values(const WantedValues& wide, const WantedValues& narrow) {
  return std::ranges::all_of(wide, [&](const auto& want) {
    const auto found = narrow.find(want.first);
    return found != narrow.end() && found->second == want.second;
  });
}

/// So many exchanges of a kind, at least or at most.
struct Bound {
  const ExchangePattern* pattern;
  int count;
  Spot spot;
};

struct Bounds {
  std::vector<Bound> at_least;  ///< one or more
  std::vector<Bound> at_most;
};

std::span<const JsonValue> items_of(const JsonValue& json, std::string_view key) {
  const JsonMember* expect = json.find("expect");
  const JsonMember* list = expect == nullptr ? nullptr : expect->value.find(key);
  return list == nullptr ? std::span<const JsonValue>() : std::span<const JsonValue>(list->value.items);
}

void add_counts(const JsonValue& json, const Expectations& expect, Bounds& bounds) {
  const auto items = items_of(json, "exchanges");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const CountExpectation& count = expect.exchanges[i];
    const int least = count.exactly.value_or(count.at_least.value_or(0));
    if (least > 0) bounds.at_least.push_back({&count.match, least, items[i].spot});
    if (count.exactly || count.at_most) {
      bounds.at_most.push_back({&count.match, count.exactly.value_or(count.at_most.value_or(0)), items[i].spot});
    }
  }
}

Bounds bounds_of(const JsonValue& json, const Expectations& expect) {
  Bounds bounds;
  add_counts(json, expect, bounds);
  const auto never = items_of(json, "never");
  for (std::size_t i = 0; i < never.size(); ++i) {
    if (!expect.never[i].after) bounds.at_most.push_back({&expect.never[i].match, 0, never[i].spot});
  }
  const auto order = items_of(json, "in_order");
  for (std::size_t i = 0; i < order.size(); ++i) {
    bounds.at_least.push_back({&expect.in_order.front().patterns[i], 1, order[i].spot});
  }
  return bounds;
}

/// Why no exchange can match; empty where one can.
std::string impossible(const ExchangePattern& pattern, const Script& script) {
  if (pattern.grant && pattern.endpoint && !presents_grants(*pattern.endpoint)) {
    return fmt::format("requests for {} present no grant", to_string(*pattern.endpoint));
  }
  const bool is_success = pattern.status && *pattern.status >= 200 && *pattern.status < 300;
  if (pattern.refusal && is_success && script.rules.empty()) {
    return fmt::format("no refusal is answered with {}", *pattern.status);
  }
  return {};
}

void check_possible(const Bounds& bounds, const Script& script, Mistakes& mistakes) {
  for (const Bound& bound : bounds.at_least) {
    const std::string why = impossible(*bound.pattern, script);
    if (why.empty()) continue;
    mistakes.add({"GC417", bound.spot, "this expectation can never hold: " + why, "let its conditions meet"});
  }
  for (const Bound& bound : bounds.at_most) {
    const std::string why = impossible(*bound.pattern, script);
    const bool told = std::ranges::any_of(
        bounds.at_least, [&](const Bound& other) { return other.spot.range.begin == bound.spot.range.begin; });
    if (why.empty() || told) continue;
    mistakes.add({"GC417", bound.spot, "this expectation always holds: " + why, "let its conditions meet"});
  }
}

void check_each_other(const Bounds& bounds, Mistakes& mistakes) {
  for (const Bound& least : bounds.at_least) {
    const auto most = std::ranges::find_if(bounds.at_most, [&](const Bound& bound) {
      return bound.spot.range.begin != least.spot.range.begin && bound.count < least.count &&
             covers(*bound.pattern, *least.pattern);
    });
    if (most == bounds.at_most.end()) continue;
    mistakes.add({"GC418", least.spot,
                  fmt::format("{} or more of these cannot be where at most {} are allowed", least.count, most->count),
                  "change one of the two expectations"},
                 most->spot, "the limit");
  }
}

const Spot& spot_in_ledger(const JsonValue& json, const LedgerExpectation& expectation, std::string_view key) {
  return json.find("expect")->value.find("ledger")->value.find(expectation.org.value)->value.find(key)->key_spot;
}

bool wants_none(const Expectations& expect, const OrgName& org, Of of) {
  return std::ranges::any_of(expect.ledger, [&](const LedgerExpectation& each) {
    return each.org == org && each.of == of && each.count == 0;
  });
}

template <class Change>
bool changes_by_hand(const Scenario& scenario) {
  const auto is_such = [](const WorldEvent& event) { return std::holds_alternative<Change>(event.change); };
  const bool in_steps = std::ranges::any_of(scenario.steps, [&](const Step& step) {
    const auto* event = std::get_if<WorldEvent>(&step.what);
    return event != nullptr && is_such(*event);
  });
  return in_steps || std::ranges::any_of(scenario.script.rules, [&](const Rule& rule) {
           return std::ranges::any_of(rule.actions, [&](const Action& action) {
             const auto* event = std::get_if<WorldEvent>(&action);
             return event != nullptr && is_such(*event);
           });
         });
}

/// Why the token can never come to be in that state; empty where it can.
std::string unreachable(const LedgerExpectation& expectation, const InitialToken& token, const Scenario& scenario) {
  const bool is_refresh = expectation.of == Of::refresh_token;
  if (is_refresh && expectation.life == TokenLife::spent && token.life != InitialLife::spent &&
      scenario.world.refresh.rotation != Rotation::rotate) {
    return "this world does not rotate refresh tokens, so that none is ever spent";
  }
  if (expectation.life == TokenLife::expired && !token.expires_in && !changes_by_hand<ExpireToken>(scenario)) {
    return "this token does not expire";
  }
  return {};
}

void check_token_state(const JsonValue& json, const Scenario& scenario, const LedgerExpectation& expectation,
                       Mistakes& mistakes) {
  const bool is_refresh = expectation.of == Of::refresh_token;
  const Spot& spot = spot_in_ledger(json, expectation, is_refresh ? "refresh_token" : "access_token");
  const Of number = is_refresh ? Of::live_refresh_tokens : Of::live_access_tokens;
  if (expectation.life == TokenLife::live && wants_none(scenario.expect, expectation.org, number)) {
    const std::string_view key = is_refresh ? "live_refresh_tokens" : "live_access_tokens";
    mistakes.add({"GC418", spot, fmt::format("this token cannot be live where \"{}\" is 0", key),
                  "change one of the two expectations"},
                 spot_in_ledger(json, expectation, key), "the number");
  }
  const Org* org = find_org(scenario.world, expectation.org);
  if (org == nullptr) return;
  const InitialToken* token = configured_token(is_refresh ? org->refresh_tokens : org->access_tokens);
  const std::string why = token == nullptr ? "" : unreachable(expectation, *token, scenario);
  if (why.empty()) return;
  mistakes.add({"GC419", spot, "this expectation can never hold: " + why,
                "expect another state, or let world_changes make it possible"});
}

}  // namespace

bool presents_grants(Endpoint endpoint) {
  return endpoint == Endpoint::token || endpoint == Endpoint::authorize;
}

bool covers(const ExchangePattern& wide, const ExchangePattern& narrow) {
  return covers_field(wide.endpoint, narrow.endpoint) && covers_field(wide.grant, narrow.grant) &&
         covers_field(wide.org, narrow.org) && covers_field(wide.client, narrow.client) &&
         covers_field(wide.user, narrow.user) && covers_field(wide.method, narrow.method) &&
         covers_field(wide.path, narrow.path) && covers_field(wide.status, narrow.status) &&
         covers_field(wide.refusal, narrow.refusal) && covers_values(wide.fields, narrow.fields) &&
         covers_values(wide.headers, narrow.headers);
}

void check_expectations(const JsonValue& json, const Scenario& scenario, Mistakes& mistakes) {
  const Bounds bounds = bounds_of(json, scenario.expect);
  check_possible(bounds, scenario.script, mistakes);
  check_each_other(bounds, mistakes);
  for (const LedgerExpectation& expectation : scenario.expect.ledger) {
    if (expectation.of == Of::refresh_token || expectation.of == Of::access_token) {
      check_token_state(json, scenario, expectation, mistakes);
    }
  }
}

}  // namespace gcmock
