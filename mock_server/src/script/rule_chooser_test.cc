// Which rule speaks.
#include "script/rule_chooser.h"

#include <gmock/gmock.h>

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
