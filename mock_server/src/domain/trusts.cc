#include "domain/trusts.h"

#include <fmt/format.h>

#include <algorithm>

namespace gcmock {
namespace {

template <class Things, class Id>
auto with_id(const Things& things, const Id& id) -> const typename Things::mapped_type* {
  const auto found = std::ranges::find_if(things, [&](const auto& entry) { return entry.second.id == id; });
  return found == things.end() ? nullptr : &found->second;
}

bool is_over(const Trust& trust, Instant now) {
  return trust.expires_at && now >= *trust.expires_at;
}

bool is_member(const Org& org, const GroupName& group, const UserName& user) {
  const auto found = org.groups.find(group);
  return found != org.groups.end() && found->second.members.contains(user);
}

std::string how_long_over(const Trust& trust, Instant now) {
  const auto ago = std::chrono::duration_cast<std::chrono::seconds>(now - *trust.expires_at);
  return fmt::format("expired {} s ago", ago.count());
}

}  // namespace

const Org* find_org(const World& world, const OrgId& id) {
  return with_id(world.orgs, id);
}
const User* find_user(const Org& org, const UserId& id) {
  return with_id(org.users, id);
}
const Group* find_group(const Org& org, const GroupId& id) {
  return with_id(org.groups, id);
}

const Trust* find_trust(const Org& trustor, const OrgName& trustee) {
  const auto found = trustor.trusts.find(trustee);
  return found == trustor.trusts.end() ? nullptr : &found->second;
}

bool is_open(const Trust& trust, Instant now) {
  return trust.use == Trust::Use::enabled && !is_over(trust, now);
}

bool is_trusted(const Trust& trust, const Org& trustee, const UserName& user) {
  return !memberships(trust, trustee, user).empty();
}

std::vector<const TrustedMember*> memberships(const Trust& trust, const Org& trustee, const UserName& user) {
  std::vector<const TrustedMember*> found;
  if (const auto own = trust.users.find(user); own != trust.users.end()) found.push_back(&own->second);
  for (const auto& [group, member] : trust.groups) {
    if (is_member(trustee, group, user)) found.push_back(&member);
  }
  return found;
}

std::vector<RoleName> roles_by_trust(const Trust& trust, const Org& trustee, const UserName& user) {
  std::vector<RoleName> roles;
  for (const auto* member : memberships(trust, trustee, user)) {
    roles.insert(roles.end(), member->roles.begin(), member->roles.end());
  }
  return roles;
}

bool may_act_by_trust(const World& world, const Org& trustor, const UserOfOrg& who, Instant now) {
  const Org* const home = find_org(world, who.org);
  const Trust* const trust = find_trust(trustor, who.org);
  return home != nullptr && trust != nullptr && is_open(*trust, now) && is_trusted(*trust, *home, who.user);
}

bool trust_lets_user_in(const World& world, const Org& trustor, const UserOfOrg& who, Instant now,
                        RefusalReason otherwise, TrailRecorder& trail) {
  const Org* const home = find_org(world, who.org);
  const Trust* const trust = find_trust(trustor, who.org);
  if (home == nullptr || trust == nullptr) {
    return trail.refuse(Check::home_org_is_trusted, otherwise, "a trust", "none");
  }
  trail.pass(Check::home_org_is_trusted);
  if (trust->use == Trust::Use::disabled) {
    return trail.refuse(Check::trust_is_enabled, otherwise, "enabled", "disabled");
  }
  trail.pass(Check::trust_is_enabled);
  if (is_over(*trust, now)) {
    return trail.refuse(Check::trust_is_not_expired, otherwise, "not expired", how_long_over(*trust, now));
  }
  trail.pass(Check::trust_is_not_expired);
  return is_trusted(*trust, *home, who.user)
             ? trail.pass(Check::user_is_trusted)
             : trail.refuse(Check::user_is_trusted, otherwise, "in the trust, by name or by a group", "in neither");
}

std::vector<Permission> permissions_of(const Org& org, const std::vector<RoleName>& roles) {
  std::vector<Permission> permissions;
  for (const RoleName& name : roles) {
    const auto role = org.roles.find(name);
    if (role == org.roles.end()) continue;
    permissions.insert(permissions.end(), role->second.permissions.begin(), role->second.permissions.end());
  }
  return permissions;
}

}  // namespace gcmock
