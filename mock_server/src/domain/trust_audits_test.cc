// Changes of a trust leave audits in the trustor, whoever made them.
#include "domain/trust_audits.h"

#include <gmock/gmock.h>

#include "domain/change_world.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

const OrgName acme{"acme"};
const OrgName partner{"partner"};
const UserName bob{"bob"};

/// Org acme, and what is done to its trusts.
struct Acme {
  World world;
  Ledger ledger{World{}};

  Acme() { world.orgs[acme].name = acme; }
  void put(const Trust& trust) {
    apply(world, ledger, PutTrust{acme, trust, UserOfOrg{acme, UserName("ann")}}, world.starts_at + 1h);
  }
  std::vector<std::string> told() const {
    std::vector<std::string> whats;
    for (const auto& audit : world.orgs.at(acme).trust_audits) whats.push_back(audit.what);
    return whats;
  }
};

Trust with_bob() {
  Trust trust;
  trust.trustee = partner;
  trust.users[bob].roles = {RoleName("agent")};
  return trust;
}

TEST(TrustAudits, TellTheCreationAndEachMember) {
  Acme org;

  org.put(with_bob());

  EXPECT_THAT(org.told(), testing::ElementsAre("the trust was created", "user bob was added with roles [agent]"));
  const auto& audit = org.world.orgs.at(acme).trust_audits.back();
  EXPECT_EQ(audit.at, org.world.starts_at + 1h);
  EXPECT_EQ(audit.trustee, partner);
  EXPECT_EQ(audit.user, bob);
  EXPECT_EQ(audit.by, (UserOfOrg{acme, UserName("ann")}));
}

TEST(TrustAudits, TellEachThingThatDiffers) {
  Acme org;
  Trust trust = with_bob();
  org.world.orgs[acme].trusts[partner] = trust;

  trust.use = Trust::Use::disabled;
  trust.expires_at = org.world.starts_at;
  trust.users.at(bob).roles.clear();
  trust.groups[GroupName("support")] = {};
  trust.cloned_users = {bob};
  org.put(trust);

  EXPECT_THAT(org.told(), testing::ElementsAre("the trust was disabled", "the expiration of the trust was changed",
                                               "roles of user bob became none",
                                               "group support was added with roles none", "user bob was cloned"));
}

TEST(TrustAudits, TellWhatIsGone) {
  Acme org;
  Trust trust = with_bob();
  trust.groups[GroupName("support")] = {};
  trust.cloned_users = {bob};
  trust.use = Trust::Use::disabled;
  org.world.orgs[acme].trusts[partner] = trust;

  trust.users.clear();
  trust.groups.clear();
  trust.cloned_users.clear();
  trust.use = Trust::Use::enabled;
  org.put(trust);
  apply(org.world, org.ledger, RemoveTrust{acme, partner}, org.world.starts_at);

  EXPECT_THAT(org.told(),
              testing::ElementsAre("the trust was enabled", "user bob was removed", "group support was removed",
                                   "the clone of user bob was deleted", "the trust was deleted"));
  EXPECT_EQ(org.world.orgs.at(acme).trust_audits.back().by, std::nullopt);
}

TEST(TrustAudits, TellNothingWhereNothingDiffersOrNothingIsThere) {
  Acme org;
  org.world.orgs[acme].trusts[partner] = with_bob();

  org.put(with_bob());
  apply(org.world, org.ledger, RemoveTrust{acme, OrgName("other")}, org.world.starts_at);

  EXPECT_TRUE(org.told().empty());
}

TEST(RemoveRole, TakesItFromTrustedMembers) {
  Acme org;
  Trust trust = with_bob();
  trust.groups[GroupName("support")].roles = {RoleName("agent"), RoleName("boss")};
  org.world.orgs[acme].trusts[partner] = trust;

  apply(org.world, org.ledger, RemoveRole{acme, RoleName("agent")}, org.world.starts_at);

  const auto& after = org.world.orgs.at(acme).trusts.at(partner);
  EXPECT_TRUE(after.users.at(bob).roles.empty());
  EXPECT_EQ(after.groups.at(GroupName("support")).roles, std::vector{RoleName("boss")});
}

}  // namespace
}  // namespace gcmock
