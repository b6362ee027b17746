// Reading of expectations and waivers.
#include "scenario/expect_reader.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "scenario/client_settings.h"
#include "scenario/forms.h"
#include "scenario/pattern_reader.h"
#include "scenario/scenario_words.h"

namespace gcmock {
namespace {

void check_count(const JsonValue& value, const CountExpectation& count, Mistakes& mistakes) {
  if (value.find("exactly") == nullptr && value.find("at_least") == nullptr && value.find("at_most") == nullptr) {
    mistakes.add({"GC408", value.spot, "this expectation says no number", R"(add "exactly", "at_least" or "at_most")"});
  } else if (count.exactly && (count.at_least || count.at_most)) {
    mistakes.add({"GC408", value.find("exactly")->key_spot,
                  "\"exactly\" leaves nothing to \"at_least\" and \"at_most\"", "leave one of them"});
  } else if (count.at_least && count.at_most && *count.at_least > *count.at_most) {
    mistakes.add({"GC408", value.find("at_least")->value.spot,
                  fmt::format("at least {} and at most {} cannot both be", *count.at_least, *count.at_most),
                  "swap the two numbers"});
  } else if (count.at_least == 0 && !count.at_most) {
    mistakes.add({"GC408", value.find("at_least")->value.spot, "at least 0 is always so", "1 or more; or \"at_most\""});
  }
}

CountExpectation read_count(const JsonValue& value, const Cast& cast, Mistakes& mistakes) {
  const Fields fields(value, shapes::count, mistakes);
  CountExpectation count;
  count.place = value.spot.place();
  if (const JsonMember* match = fields.member("match")) {
    count.match = read_pattern(Fields(match->value, shapes::pattern, mistakes), cast, mistakes);
  }
  count.exactly = fields.integer("exactly", 0);
  count.at_least = fields.integer("at_least", 0);
  count.at_most = fields.integer("at_most", 0);
  if (value.is(JsonValue::Kind::object)) check_count(value, count, mistakes);
  return count;
}

NeverExpectation read_never(const JsonValue& value, const Cast& cast, Mistakes& mistakes) {
  const Fields fields(value, shapes::never, mistakes);
  NeverExpectation never;
  never.place = value.spot.place();
  never.match = read_pattern(fields, cast, mistakes);
  if (const JsonMember* after = fields.member("after")) {
    const Fields after_fields(after->value, shapes::after, mistakes);
    never.after = taken_over(read_pattern(after_fields, cast, mistakes), never.match);
    never.for_at_most = after_fields.duration("for", Span::positive);
  }
  return never;
}

std::optional<OrderExpectation> read_order(const Fields& expect, const Cast& cast, Mistakes& mistakes) {
  const JsonMember* found = expect.member("in_order");
  if (found == nullptr) return std::nullopt;
  OrderExpectation order;
  order.place = found->key_spot.place();
  for (const JsonValue& item : expect.items("in_order")) {
    order.patterns.push_back(read_pattern(Fields(item, shapes::pattern, mistakes), cast, mistakes));
  }
  if (found->value.is(JsonValue::Kind::array) && found->value.items.empty()) {
    expect.wrong("in_order", "GC207", "this list of exchanges is empty",
                 "name what shall be seen, in order, or leave \"in_order\" out");
  }
  return order;
}

void check_token(const OrgName& org, const std::vector<InitialToken>& tokens, const JsonMember& member,
                 std::string_view said, Mistakes& mistakes) {
  if (configured_token(tokens) != nullptr) return;
  const std::string why = tokens.empty()
                              ? fmt::format("org {} starts without any {}", org.value, said)
                              : fmt::format("org {} has several {}s and none is named \"main\"", org.value, said);
  mistakes.add({"GC306", member.key_spot, why,
                "count what was issued instead: \"live_refresh_tokens\", \"live_access_tokens\""});
}

class LedgerReader {
 public:
  LedgerReader(const JsonMember& member, const World* world, Mistakes& mistakes)
      : org_(member.key), fields_(member.value, shapes::ledger, mistakes), world_(world), mistakes_(mistakes) {}

  std::vector<LedgerExpectation> read() {
    read_state("refresh_token", LedgerExpectation::Of::refresh_token, words::refresh_token_states);
    read_state("access_token", LedgerExpectation::Of::access_token, words::access_token_states);
    read_number("live_refresh_tokens", LedgerExpectation::Of::live_refresh_tokens);
    read_number("live_access_tokens", LedgerExpectation::Of::live_access_tokens);
    return std::move(found_);
  }

 private:
  LedgerExpectation start(const JsonMember& member, LedgerExpectation::Of of) const {
    LedgerExpectation expectation;
    expectation.org = org_;
    expectation.of = of;
    expectation.place = member.key_spot.place();
    return expectation;
  }

  template <class Words>
  void read_state(std::string_view key, LedgerExpectation::Of of, const Words& known) {
    const JsonMember* member = fields_.member(key);
    if (member == nullptr) return;
    const auto life = fields_.word(key, known);
    const Org* org = world_ != nullptr ? find_org(*world_, org_) : nullptr;
    if (org != nullptr) {
      const bool is_refresh = of == LedgerExpectation::Of::refresh_token;
      check_token(org_, is_refresh ? org->refresh_tokens : org->access_tokens, *member,
                  is_refresh ? "refresh token" : "access token", mistakes_);
    }
    LedgerExpectation expectation = start(*member, of);
    expectation.life = life.value_or(TokenLife::live);
    found_.push_back(std::move(expectation));
  }

  void read_number(std::string_view key, LedgerExpectation::Of of) {
    const JsonMember* member = fields_.member(key);
    if (member == nullptr) return;
    LedgerExpectation expectation = start(*member, of);
    expectation.count = fields_.integer(key, 0).value_or(0);
    found_.push_back(std::move(expectation));
  }

  OrgName org_;
  Fields fields_;
  const World* world_;
  Mistakes& mistakes_;
  std::vector<LedgerExpectation> found_;
};

std::vector<LedgerExpectation> read_ledger(const Fields& expect, const Cast& cast, const World* world,
                                           Mistakes& mistakes) {
  std::vector<LedgerExpectation> all;
  for (const JsonMember& member : expect.entries("ledger")) {
    cast.check_org({member.key, member.key_spot}, mistakes);
    for (LedgerExpectation& each : LedgerReader(member, world, mistakes).read()) all.push_back(std::move(each));
  }
  return all;
}

Waiver read_waiver(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::waiver, mistakes);
  Waiver waiver;
  waiver.place = value.spot.place();
  if (const std::optional<Text> id = fields.text("invariant")) {
    if (!is_invariant_id(id->text)) {
      fields.wrong("invariant", "GC207", fmt::format("\"{}\" is no id of an invariant", id->text),
                   "I-1 to I-40; `gcmock invariants` lists those that are checked");
    }
    waiver.invariant = id->text;
  }
  waiver.reason = fields.said("reason").value_or(Text{}).text;
  waiver.expires = fields.date("expires").value_or(std::chrono::year_month_day{});
  return waiver;
}

}  // namespace

Expectations read_expectations(const Fields& scenario, const Cast& cast, const World* world, Mistakes& mistakes) {
  Expectations expectations;
  const JsonMember* found = scenario.member("expect");
  if (found == nullptr) return expectations;
  const Fields expect(found->value, shapes::expect, mistakes);
  for (const JsonValue& item : expect.items("exchanges"))
    expectations.exchanges.push_back(read_count(item, cast, mistakes));
  for (const JsonValue& item : expect.items("never")) expectations.never.push_back(read_never(item, cast, mistakes));
  if (std::optional<OrderExpectation> order = read_order(expect, cast, mistakes))
    expectations.in_order.push_back(std::move(*order));
  expectations.ledger = read_ledger(expect, cast, world, mistakes);
  return expectations;
}

std::vector<Waiver> read_waivers(const Fields& scenario, Mistakes& mistakes) {
  std::vector<Waiver> waivers;
  std::map<std::string, Spot> first;
  for (const JsonValue& item : scenario.items("waivers")) {
    waivers.push_back(read_waiver(item, mistakes));
    const auto [earlier, is_new] = first.emplace(waivers.back().invariant, item.spot);
    if (is_new) continue;
    mistakes.add({"GC411", item.spot, fmt::format("{} is waived twice", waivers.back().invariant),
                  "leave one waiver, with one date"},
                 earlier->second, "first");
  }
  return waivers;
}

}  // namespace gcmock
