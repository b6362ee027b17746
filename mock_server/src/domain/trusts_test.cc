// Who is let in by a trust, as what, and what a token by trust may do.
#include "domain/trusts.h"

#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;

const OrgName partner{"partner"};
const UserName bob{"bob"};
const UserName carol{"carol"};
const RoleName agent{"agent"};
const GroupName support{"support"};

/// Org primary trusts org partner's bob as an administrator, and its group support, of which carol is a member, as
/// agents. Bob has a token of org primary.
World trusting_world() {
  World world = two_orgs();
  world.scopes_judged_at = JudgedAt::api_request;
  world.roles_judged_at = JudgedAt::api_request;
  Org home;
  home.name = partner;
  home.id = OrgId("partner-id");
  home.users[bob].name = bob;
  home.users[bob].id = UserId("bob-id");
  home.users[carol].name = carol;
  home.groups[support] = {support, GroupId("support-id"), "Support", {carol}};
  world.orgs[partner] = home;
  Trust trust;
  trust.trustee = partner;
  trust.users[bob].roles = {admin};
  trust.groups[support].roles = {agent};
  Org& trustor = org_in(world, primary);
  trustor.trusts[partner] = trust;
  trustor.access_tokens[0].user = bob;
  trustor.access_tokens[0].home = partner;
  return world;
}

Trust& trust_in(World& world) {
  return org_in(world, primary).trusts.at(partner);
}

std::pair<std::optional<RefusalReason>, Check> outcome(const World& world) {
  const ApiRuling ruling = decide_first(world, list_clients_in(primary));
  return {refusal(ruling), ruling.trail.back().check};
}

TEST(Trust, LetsInUsersByNameAndByGroupAndNobodyElse) {
  World world = trusting_world();
  const UserName dave{"dave"};
  org_in(world, partner).users[dave].name = dave;
  const auto is_let_in = [&](const UserName& user) {
    return may_act_by_trust(world, org_in(world, primary), {partner, user}, world.starts_at);
  };

  EXPECT_TRUE(is_let_in(bob));
  EXPECT_TRUE(is_let_in(carol));
  EXPECT_FALSE(is_let_in(dave));
  EXPECT_FALSE(may_act_by_trust(world, org_in(world, secondary), {partner, bob}, world.starts_at));
  EXPECT_FALSE(may_act_by_trust(world, org_in(world, primary), {OrgName("nobody"), bob}, world.starts_at));
}

TEST(Trust, LetsNobodyInOnceItIsDisabledOrFromTheVeryMomentItExpires) {
  World world = trusting_world();
  trust_in(world).expires_at = world.starts_at + 1h;
  const auto is_let_in = [&](Instant now) {
    return may_act_by_trust(world, org_in(world, primary), {partner, bob}, now);
  };

  EXPECT_TRUE(is_let_in(world.starts_at + 1h - 1ms));
  EXPECT_FALSE(is_let_in(world.starts_at + 1h));
  trust_in(world).use = Trust::Use::disabled;
  EXPECT_FALSE(is_let_in(world.starts_at));
}

TEST(Trust, GivesAUserHisOwnRolesAndThoseOfHisGroups) {
  World world = trusting_world();
  org_in(world, partner).groups.at(support).members.insert(bob);

  EXPECT_EQ(roles_by_trust(trust_in(world), org_in(world, partner), bob), (std::vector{admin, agent}));
  EXPECT_EQ(roles_by_trust(trust_in(world), org_in(world, partner), carol), std::vector{agent});
}

TEST(Trust, IsFoundByWhatTheApiShows) {
  const World world = trusting_world();

  const Org* const home = find_org(world, OrgId("partner-id"));
  ASSERT_NE(home, nullptr);
  EXPECT_EQ(home->name, partner);
  EXPECT_EQ(find_user(*home, UserId("bob-id"))->name, bob);
  EXPECT_EQ(find_group(*home, GroupId("support-id"))->name, support);
  EXPECT_EQ(find_org(world, OrgId("none")), nullptr);
  EXPECT_EQ(find_user(*home, UserId("none")), nullptr);
  EXPECT_EQ(find_group(*home, GroupId("none")), nullptr);
}

TEST(TokenByTrust, MayDoWhatTheTrustLetsItsUserDo) {
  World world = trusting_world();

  const ApiRuling ruling = decide_first(world, list_clients_in(primary));
  trust_in(world).users.at(bob).roles.clear();

  ASSERT_EQ(refusal(ruling), std::nullopt) << ruling.trail.back();
  EXPECT_EQ(std::get<Allowed>(ruling.outcome).home, partner);
  EXPECT_EQ(ruling.subject.home, partner);
  EXPECT_EQ(outcome(world),
            std::pair(std::optional(RefusalReason::api_permission_missing), Check::permission_allows_operation));
}

TEST(TokenByTrust, DiesWithTheTrust) {
  const World world = trusting_world();
  const std::optional revoked = RefusalReason::bearer_revoked;
  World removed = world;
  org_in(removed, primary).trusts.clear();
  World disabled = world;
  trust_in(disabled).use = Trust::Use::disabled;
  World expired = world;
  trust_in(expired).expires_at = world.starts_at;
  World without = world;
  trust_in(without).users.clear();

  EXPECT_EQ(outcome(world).first, std::nullopt);
  EXPECT_EQ(outcome(removed), std::pair(revoked, Check::home_org_is_trusted));
  EXPECT_EQ(outcome(disabled), std::pair(revoked, Check::trust_is_enabled));
  EXPECT_EQ(outcome(expired), std::pair(revoked, Check::trust_is_not_expired));
  EXPECT_EQ(outcome(without), std::pair(revoked, Check::user_is_trusted));
}

TEST(TokenByTrust, NeedsItsUserToBeActiveAtHome) {
  World world = trusting_world();
  org_in(world, primary).users[bob].name = bob;  // another one of that name
  org_in(world, partner).users.at(bob).status = UserStatus::inactive;

  EXPECT_EQ(outcome(world), std::pair(std::optional(RefusalReason::user_not_active), Check::user_is_active));
}

TEST(TokenByTrust, PointsAtThePlaceOfTheTrust) {
  Subject subject;
  subject.org = primary;
  subject.home = partner;
  subject.user = bob;
  const auto at = [&](Check check) { return place({check, Finding::failed, {}, {}}, subject); };
  const auto says = [&](Check check) { return describe({check, Finding::failed, {}, {}}, subject); };

  EXPECT_EQ(at(Check::home_org_is_trusted), "/orgs/primary/trusts/partner");
  EXPECT_EQ(at(Check::trust_is_enabled), "/orgs/primary/trusts/partner/enabled");
  EXPECT_EQ(at(Check::trust_is_not_expired), "/orgs/primary/trusts/partner/expires_in");
  EXPECT_EQ(at(Check::user_is_trusted), "/orgs/primary/trusts/partner/users/bob");
  EXPECT_EQ(at(Check::permission_allows_operation), "/orgs/primary/trusts/partner/users/bob/roles");
  EXPECT_EQ(at(Check::user_is_active), "/orgs/partner/users/bob/status");
  EXPECT_EQ(says(Check::user_is_trusted), "org primary lets user bob of org partner in");
  EXPECT_EQ(says(Check::trust_is_enabled), "the trust of org primary in org partner is enabled");
  EXPECT_EQ(says(Check::user_is_active), "user bob is active in org partner");
}

}  // namespace
}  // namespace gcmock
