// Entities of org-to-org trust, with members of the Platform API description (vendor_openapi).
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "api/entities.h"
#include "api/trust_lookup.h"

namespace gcmock {

/// Organization, of another org than the caller's.
Json organization_of_trust(const Org& org);
/// OrgUser.
Json org_user(const Org& org, const User& user);
/// TrustUser.
Json trust_member(const ApiCall& call, const MemberOfTrust<TrustedUsers>& user);
/// TrustGroup.
Json trust_member(const ApiCall& call, const MemberOfTrust<TrustedGroups>& group);
/// TrustGroup, of a group that is in no trust yet.
Json trust_group(const Group& group);
/// TrustUser or TrustGroup of each member of a trust that its trustee still has.
template <class Kind>
std::vector<Json> members(const ApiCall& call, const TrustBetween& between) {
  std::vector<Json> entities;
  for (const auto& [name, member] : Kind::of(between.trust)) {
    const auto& things = Kind::in(between.trustee);
    const auto thing = things.find(name);
    if (thing == things.end()) continue;
    entities.push_back(trust_member(call, MemberOfTrust<Kind>{between, thing->second, member}));
  }
  return entities;
}
/// Trustee: the trust as its trustor sees it.
Json trustee(const TrustBetween& between);
/// Trustor: the trust as its trustee sees it, with what it lets the caller do.
Json trustor(const ApiCall& call, const TrustBetween& between);
/// TrustRequest.
Json trust_request(const Org& trustee, const Pairing& pairing);
/// UserAuthorization: roles, and the permissions that they have in `org`.
Json trusted_roles(const Org& org, const std::vector<RoleName>& roles);
/// ClonedUserEntityListing.
Json cloned_users(const TrustBetween& between, const std::string& path);
/// ClonedUser.
Json cloned_user(const TrustBetween& between, const User& user);

}  // namespace gcmock
