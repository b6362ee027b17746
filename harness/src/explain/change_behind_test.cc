// Refusals that come of a change in the journal.
#include "explain/change_behind.h"

#include <gtest/gtest.h>

#include "explain/explain.h"

namespace gcmock {
namespace {

const OrgName secondary{"secondary"};
const ClientId app{"app"};

Exchange change_in(std::uint64_t seq, const WorldChange& change) {
  Exchange exchange;
  exchange.seq = seq;
  exchange.changes = {{place(change), describe(change)}};
  return exchange;
}

Exchange refused_in_9(Check failed) {
  Exchange exchange;
  exchange.seq = 9;
  exchange.subject = {secondary, app, UserName("alice"), "secondary/refresh-1"};
  exchange.refusal = RefusalReason::client_not_registered_in_org;
  exchange.trail = {{failed, Finding::failed, {}, {}}};
  return exchange;
}

World two_orgs(Dialect dialect) {
  World world;
  world.dialect = dialect;
  world.orgs[OrgName("primary")].name = OrgName("primary");
  world.orgs[secondary].name = secondary;
  return world;
}

std::uint64_t changed_in(const Exchange& refused, const std::vector<Exchange>& journal,
                         Dialect dialect = Dialect::reported) {
  const auto change = change_behind(refused, journal, two_orgs(dialect));
  return change ? change->exchange : 0;
}

TEST(ChangeBehind, IsTheLastThatTouchedWhatTheCheckLookedAtOrTheWholeOfIt) {
  const std::vector<Exchange> journal{
      change_in(3, SetClientState{secondary, app, ClientState::inactive}),
      change_in(5, SetClientSecret{secondary, app, "s"}),
      change_in(7, RemoveClient{secondary, app}),
  };

  EXPECT_EQ(changed_in(refused_in_9(Check::client_is_registered_in_org), journal), 7u);
  EXPECT_EQ(changed_in(refused_in_9(Check::client_secret_matches), {journal[0], journal[1]}), 5u);
  EXPECT_EQ(changed_in(refused_in_9(Check::client_is_active), journal), 7u);
}

TEST(ChangeBehind, IsAStepsWhereThatCameLater) {
  const auto refused = refused_in_9(Check::client_is_registered_in_org);
  const WorldChange removal = RemoveClient{secondary, app};
  const auto behind = [&](std::uint64_t after) {
    return change_behind(refused, {change_in(3, removal)}, two_orgs(Dialect::reported),
                         {{after, {place(removal), describe(removal)}}});
  };

  EXPECT_EQ(behind(5)->by, ChangeInJournal::By::step);
  EXPECT_EQ(behind(5)->exchange, 5u);
  EXPECT_EQ(behind(2)->by, ChangeInJournal::By::exchange);
  EXPECT_EQ(behind(9)->exchange, 3u) << "it came behind the refusal";
}

TEST(ChangeBehind, IsNoneOfAnotherThingOrAnotherOrgOrALaterTime) {
  const auto refused = refused_in_9(Check::client_is_active);

  EXPECT_EQ(changed_in(refused, {change_in(3, SetClientSecret{secondary, app, "s"})}), 0u);
  EXPECT_EQ(changed_in(refused, {change_in(3, RemoveClient{secondary, ClientId("ap")})}), 0u);
  EXPECT_EQ(changed_in(refused, {change_in(3, RemoveClient{OrgName("primary"), app})}), 0u);
  EXPECT_EQ(changed_in(refused, {change_in(11, RemoveClient{secondary, app})}), 0u);
  EXPECT_EQ(changed_in(refused, {change_in(3, RevokeToken{"secondary/access-1"})}), 0u);
}

TEST(ChangeBehind, OfAVendorsClientMayBeInItsOwnOrg) {
  const std::vector<Exchange> journal{change_in(3, RemoveClient{OrgName("primary"), app})};

  EXPECT_EQ(changed_in(refused_in_9(Check::client_is_registered_in_org), journal, Dialect::genesys), 3u);
  EXPECT_EQ(changed_in(refused_in_9(Check::client_is_known), journal, Dialect::reported), 3u);
  EXPECT_EQ(changed_in(refused_in_9(Check::client_is_registered_in_org), journal, Dialect::reported), 0u);
}

Exchange revoked_in_9(const std::string& token) {
  Exchange exchange = refused_in_9(Check::bearer_is_not_revoked);
  exchange.subject.token = token;
  return exchange;
}

TEST(ChangeBehind, IsTheRevocationOfTheTokenOrOfAllOfItsUserOrClient) {
  const auto refused = revoked_in_9("secondary/access-1");

  EXPECT_EQ(changed_in(refused, {change_in(3, RevokeToken{"secondary/access-1"})}), 3u);
  EXPECT_EQ(changed_in(refused, {change_in(4, RevokeTokensOfUser{secondary, UserName("alice")})}), 4u);
  EXPECT_EQ(changed_in(refused, {change_in(5, RevokeTokensOfClient{secondary, app})}), 5u);
  EXPECT_EQ(changed_in(refused, {change_in(3, RevokeToken{"secondary/access-2"})}), 0u);
  EXPECT_EQ(changed_in(refused, {change_in(4, RevokeTokensOfUser{secondary, UserName("bob")})}), 0u);
}

TEST(ChangeBehind, IsTheRevocationThatTheTokenItselfAskedFor) {
  Exchange revocation = change_in(3, RevokeAccessToken{"x"});
  revocation.subject.token = "secondary/access-1";

  EXPECT_EQ(changed_in(revoked_in_9("secondary/access-1"), {revocation}), 3u);
  EXPECT_EQ(changed_in(revoked_in_9("secondary/access-2"), {revocation}), 0u);
}

Exchange refresh_in(std::uint64_t seq, const std::string& presented, const std::string& issued) {
  Exchange exchange;
  exchange.seq = seq;
  exchange.endpoint = Endpoint::token;
  exchange.subject.token = presented;
  if (issued.empty()) {
    exchange.refusal = RefusalReason::refresh_token_spent;
  } else {
    exchange.issued = {{CredentialKind::refresh_token, issued, secondary, app}};
  }
  return exchange;
}

TEST(ChangeBehind, IsTheReuseOfATokenOfTheSameGrant) {
  Exchange refused = revoked_in_9("secondary/refresh-2");
  refused.trail.back().check = Check::token_is_not_revoked;
  const std::vector<Exchange> journal{refresh_in(1, "secondary/refresh-main", "secondary/refresh-1"),
                                      refresh_in(2, "secondary/refresh-1", "secondary/refresh-2"),
                                      refresh_in(3, "secondary/refresh-main", "")};
  World detecting = two_orgs(Dialect::reported);
  detecting.refresh.reuse_detection = ReuseDetection::revoke_family;

  const auto change = change_behind(refused, journal, detecting);

  ASSERT_TRUE(change);
  EXPECT_EQ(change->exchange, 3u);
  EXPECT_EQ(change->what, "secondary/refresh-main was presented again, which revoked its grant");
  EXPECT_FALSE(change_behind(refused, journal, two_orgs(Dialect::reported))) << "this world revokes nothing for reuse";
}

TEST(Explain, NamesNoPlaceOfATokenThatTheMockIssued) {
  Scenario scenario;
  scenario.world = two_orgs(Dialect::reported);
  scenario.places.origins[""] = {SourcePlace{"w.json", 3, 1}, std::nullopt, WorldPlaces::Change::none};
  const Exchange revocation = change_in(3, RevokeToken{"secondary/access-1"});

  EXPECT_EQ(explain(scenario, revoked_in_9("secondary/access-1"), {revocation}).decided_at,
            "changed in #3: secondary/access-1 was revoked");
}

TEST(Explain, SaysWhichStepOrRuleChangedTheWorldSo) {
  const WorldChange removal = RemoveClient{secondary, app};
  Scenario scenario;
  scenario.world = two_orgs(Dialect::reported);
  scenario.steps = {{AdvanceClock{}, {"x.json", 4, 5}}, {WorldEvent{removal}, {"x.json", 5, 5}}};
  scenario.script.rules = {{{}, Stage::after_settling, {WorldEvent{removal}}, "x.json:12"}};
  const auto refused = refused_in_9(Check::client_is_registered_in_org);
  Exchange by_rule = change_in(7, removal);
  by_rule.rule = RuleSpoke{0, Stage::after_settling, "", "x.json:12"};

  EXPECT_EQ(explain(scenario, refused, {}, {{6, {place(removal), describe(removal)}}}).decided_at,
            "changed by step 2 at x.json:5:5, behind #6: client app of org secondary was deleted");
  EXPECT_EQ(explain(scenario, refused, {by_rule}).decided_at,
            "changed in #7 by the rule at x.json:12: client app of org secondary was deleted");
}

TEST(Explain, SaysWhichExchangeChangedTheWorldSo) {
  Scenario scenario;
  scenario.world = two_orgs(Dialect::reported);
  scenario.places.origins["/orgs/secondary/clients/app"] = {SourcePlace{"worlds/w.json", 41, 7}, std::nullopt,
                                                            WorldPlaces::Change::none};
  const std::vector<Exchange> journal{change_in(7, RemoveClient{secondary, app})};

  const auto explanation = explain(scenario, refused_in_9(Check::client_is_registered_in_org), journal);

  EXPECT_EQ(explanation.decided_at, "worlds/w.json:41:7, changed in #7: client app of org secondary was deleted");
}

}  // namespace
}  // namespace gcmock
