// What a trust gives, a second time and naively: part of the oracle.
#pragma once

#include <set>

#include "gcmock/domain/time.h"
#include "gcmock/domain/world.h"

namespace gcmock::tests {

class TrustOracle {
 public:
  explicit TrustOracle(const World& world) : world_(world) {}

  bool lets_in(const Org& trustor, const OrgName& home, const UserName& user, Instant now) const {
    if (!trustor.trusts.contains(home)) return false;
    const Trust& trust = trustor.trusts.at(home);
    if (trust.use == Trust::Use::disabled || (trust.expires_at && *trust.expires_at <= now)) return false;
    for (const auto& [group, member] : trust.groups) {
      if (is_in_group(home, group, user)) return true;
    }
    return trust.users.contains(user);
  }

  std::set<RoleName> roles(const Org& trustor, const OrgName& home, const UserName& user) const {
    const Trust& trust = trustor.trusts.at(home);
    std::set<RoleName> all;
    for (const auto& [name, member] : trust.users) {
      if (name == user) all.insert(member.roles.begin(), member.roles.end());
    }
    for (const auto& [group, member] : trust.groups) {
      if (is_in_group(home, group, user)) all.insert(member.roles.begin(), member.roles.end());
    }
    return all;
  }

 private:
  bool is_in_group(const OrgName& home, const GroupName& group, const UserName& user) const {
    const auto& groups = world_.orgs.at(home).groups;
    return groups.contains(group) && groups.at(group).members.count(user) == 1;
  }

  const World& world_;
};

}  // namespace gcmock::tests
