// Which rule speaks.
#include "script/rule_chooser.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::Optional;

Subject alice_in(const char* org) {
  return {OrgName(org), ClientId("app"), UserName("alice"), ""};
}

Rule rule(When when) {
  return {std::move(when), Stage::after_settling, {Delay{}}, ""};
}

When org(const char* name) {
  When when;
  when.org = OrgName(name);
  return when;
}

When nth(When when, int n) {
  when.nth = n;
  return when;
}

Asked refresh(const Subject& subject) {
  return {Endpoint::token, GrantType::refresh_token, subject, "POST"};
}

TEST(RuleChooser, LetsTheFirstRuleThatMatchesSpeak) {
  const auto subject = alice_in("secondary");
  RuleChooser chooser({{rule(org("primary")), rule(org("secondary")), rule({})}});

  EXPECT_THAT(chooser.choose(refresh(subject)), Optional(1U));
  EXPECT_THAT(chooser.fired(), ElementsAre(0U, 1U, 0U));
}

TEST(RuleChooser, LeavesRequestsThatNoRuleMatchesToPolicy) {
  const auto subject = alice_in("secondary");
  RuleChooser chooser({{rule(org("primary"))}});

  EXPECT_EQ(chooser.choose(refresh(subject)), std::nullopt);
}

TEST(RuleChooser, CountsTheRequestsThatARuleMatchesAndNoOthers) {
  const auto primary = alice_in("primary");
  const auto secondary = alice_in("secondary");
  RuleChooser chooser({{rule(nth(org("secondary"), 2))}});

  EXPECT_EQ(chooser.choose(refresh(secondary)), std::nullopt);
  EXPECT_EQ(chooser.choose(refresh(primary)), std::nullopt);
  EXPECT_THAT(chooser.choose(refresh(secondary)), Optional(0U));
  EXPECT_EQ(chooser.choose(refresh(secondary)), std::nullopt);
}

TEST(RuleChooser, CountsForEveryRuleWhoeverSpeaks) {
  const auto subject = alice_in("primary");
  RuleChooser chooser({{rule(nth({}, 1)), rule(nth({}, 2)), rule(nth({}, 2)), rule({})}});

  EXPECT_THAT(chooser.choose(refresh(subject)), Optional(0U));
  EXPECT_THAT(chooser.choose(refresh(subject)), Optional(1U));
  EXPECT_THAT(chooser.choose(refresh(subject)), Optional(3U));
  EXPECT_THAT(chooser.fired(), ElementsAre(1U, 1U, 0U, 1U));
}

TEST(When, ComparesEverythingThatItSets) {
  const auto subject = alice_in("primary");
  When all{
      Endpoint::token, GrantType::refresh_token, OrgName("primary"), ClientId("app"), UserName("alice"), "POST", {}};
  const auto differing = [&](auto change) {
    When when = all;
    change(when);
    return matches(when, refresh(subject));
  };

  EXPECT_TRUE(matches(all, refresh(subject)));
  EXPECT_TRUE(matches({}, refresh(subject)));
  EXPECT_FALSE(differing([](When& when) { when.endpoint = Endpoint::users_me; }));
  EXPECT_FALSE(differing([](When& when) { when.grant = GrantType::authorization_code; }));
  EXPECT_FALSE(differing([](When& when) { when.org = OrgName("secondary"); }));
  EXPECT_FALSE(differing([](When& when) { when.client = ClientId("other"); }));
  EXPECT_FALSE(differing([](When& when) { when.user = UserName("bob"); }));
  EXPECT_FALSE(differing([](When& when) { when.method = "GET"; }));
}

TEST(When, LooksAtPathHeadersAndFields) {
  const Subject nobody;
  const NamedTexts headers{{"X-Trace", "7"}};
  const NamedTexts fields{{"scope", "a"}, {"scope", "b"}};
  const Asked asked{Endpoint::token, {}, nobody, "POST", "/oauth/token", &headers, &fields};
  const auto with = [](auto change) {
    When when;
    change(when);
    return when;
  };

  EXPECT_TRUE(matches(with([](When& when) { when.path = "/oauth/token"; }), asked));
  EXPECT_FALSE(matches(with([](When& when) { when.path = "/oauth"; }), asked));
  EXPECT_TRUE(matches(with([](When& when) { when.headers = {{"x-trace", "7"}, {"X-Other", std::nullopt}}; }), asked));
  EXPECT_FALSE(matches(with([](When& when) { when.headers = {{"x-trace", "8"}}; }), asked));
  EXPECT_FALSE(matches(with([](When& when) { when.headers = {{"x-trace", std::nullopt}}; }), asked));
  EXPECT_TRUE(matches(with([](When& when) { when.fields = {{"scope", "b"}}; }), asked));
  EXPECT_FALSE(matches(with([](When& when) { when.fields = {{"SCOPE", "b"}}; }), asked));
  EXPECT_FALSE(matches(with([](When& when) { when.fields = {{"code", "b"}}; }), asked));
}

TEST(When, LooksAtTheTimeThatHasPassed) {
  using std::chrono::milliseconds;
  const Subject nobody;
  When when;
  when.since = milliseconds(10);
  when.until = milliseconds(20);
  const auto at = [&](int ms) {
    return matches(when, {Endpoint::token, {}, nobody, "POST", "", nullptr, nullptr, milliseconds(ms)});
  };

  EXPECT_FALSE(at(9));
  EXPECT_TRUE(at(10));
  EXPECT_TRUE(at(19));
  EXPECT_FALSE(at(20));
}

/// Which of `count` requests for org primary the rule speaks to: "0110".
std::string turns(const When& when, int count, std::uint64_t seed = 1) {
  const auto subject = alice_in("primary");
  RuleChooser chooser({{rule(when)}}, seed);
  std::string spoken;
  for (int i = 0; i < count; ++i) spoken += chooser.choose(refresh(subject)) ? '1' : '0';
  return spoken;
}

TEST(RuleChooser, SpeaksEveryKthTimeAndWithinARange) {
  When every;
  every.every = 3;
  When range;
  range.from = 2;
  range.to = 4;

  EXPECT_EQ(turns(every, 7), "0010010");
  EXPECT_EQ(turns(range, 6), "011100");
}

TEST(RuleChooser, CountsEachOrgApartWhereAsked) {
  const auto primary = alice_in("primary");
  const auto secondary = alice_in("secondary");
  When second = nth({}, 2);
  second.counted_per = CountedPer::org;
  RuleChooser chooser({{rule(second)}});

  EXPECT_EQ(chooser.choose(refresh(primary)), std::nullopt);
  EXPECT_EQ(chooser.choose(refresh(secondary)), std::nullopt);
  EXPECT_THAT(chooser.choose(refresh(primary)), Optional(0U));
  EXPECT_THAT(chooser.choose(refresh(secondary)), Optional(0U));
}

TEST(RuleChooser, WaitsForTheExchangeThatItComesAfter) {
  const auto subject = alice_in("primary");
  When when;
  when.after = EarlierExchange{};
  when.after->status = 401;
  RuleChooser chooser({{rule(when)}});
  const Asked asked = refresh(subject);

  EXPECT_EQ(chooser.choose(asked), std::nullopt);
  chooser.note({asked, 200, {}});
  EXPECT_EQ(chooser.choose(asked), std::nullopt);
  chooser.note({asked, 401, RefusalReason::bearer_expired});
  EXPECT_THAT(chooser.choose(asked), Optional(0U));
}

TEST(RuleChooser, DrawsByItsSeed) {
  When sometimes;
  sometimes.probability = 0.3;
  const std::string drawn = turns(sometimes, 1000, 7);
  const auto spoken = std::count(drawn.begin(), drawn.end(), '1');

  EXPECT_EQ(drawn, turns(sometimes, 1000, 7));
  EXPECT_NE(drawn, turns(sometimes, 1000, 8));
  EXPECT_GT(spoken, 240);
  EXPECT_LT(spoken, 360);
}

TEST(When, ThatAsksForAnOrgDoesNotMatchARequestOfNone) {
  const Subject nobody;

  EXPECT_FALSE(matches(org("primary"), {Endpoint::users_me, std::nullopt, nobody, "GET"}));
}

TEST(Describe, WordsEachAction) {
  EXPECT_EQ(describe(Action(Refuse{RefusalReason::bearer_expired, {}})), "refuse: bearer_expired");
  EXPECT_EQ(describe(Action(Refuse{RefusalReason::rate_limited, std::chrono::seconds(5)})),
            "refuse: rate_limited, retry after 5s");
  EXPECT_EQ(describe(Action(Respond{503, {}, "secret body"})), "respond with 503");
  EXPECT_EQ(describe(Action(Delay{std::chrono::milliseconds(200)})), "delay 200ms");
  EXPECT_EQ(describe(Action(Cut{CutPoint::before_headers, CutHow::close})), "cut before headers");
  EXPECT_EQ(describe(Action(Cut{CutPoint::inside_body, CutHow::reset})), "cut inside body, with a reset");
  EXPECT_EQ(describe(Action(OmitMembers{{"refresh_token", "expires_in"}})), "omit refresh_token, expires_in");
}

TEST(Describe, JoinsTheActionsOfARule) {
  const Rule slow_and_lost{{}, Stage::after_settling, {Delay{std::chrono::milliseconds(5)}, Cut{}}, ""};

  EXPECT_EQ(describe(slow_and_lost), "delay 5ms; cut before headers");
}

}  // namespace
}  // namespace gcmock
