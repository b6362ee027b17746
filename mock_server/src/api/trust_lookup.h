// What an operation of org-to-org trust is about: the two orgs of its path, their trust, and who is in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "api/call.h"
#include "domain/trusts.h"

namespace gcmock {

/// A trust and its two orgs. References into the world of the call.
struct TrustBetween {
  const Org& trustor;
  const Org& trustee;
  const Trust& trust;
};

/// The caller's org trusts the org that the path names; entity_not_found where it does not.
std::variant<TrustBetween, ApiFault> trust_in_trustee(const ApiCall& call);
/// The org that the path names trusts the caller's; entity_not_found where it does not.
std::variant<TrustBetween, ApiFault> trust_of_trustor(const ApiCall& call);

/// The same where the trustor must also have given the caller what the operation asks of him at home:
/// trustor_permissions_missing (vendor_openapi: nine operations declare it).
std::variant<TrustBetween, ApiFault> permitted_trust_of_trustor(const ApiCall& call);

/// The user of the trustee that the path names second, where it has a clone; never null; entity_not_found.
std::variant<const User*, ApiFault> clone_in_path(const ApiCall& call, const TrustBetween& between);

/// The caller, where it is a user.
std::optional<UserOfOrg> user_who_calls(const ApiCall& call);

/// The trust was changed by the caller.
WorldChange changed(const ApiCall& call, const TrustBetween& between, Trust trust);

/// What `expected` names is not there.
ApiFault not_there(std::string expected);
/// It is there already.
ApiFault there_already(std::string what);

/// Does `then` with what was found, or passes the fault on.
template <class Found, class Then>
ApiOutcome with(std::variant<Found, ApiFault> found, const Then& then) {
  if (auto* fault = std::get_if<ApiFault>(&found)) return std::move(*fault);
  return then(std::get<Found>(std::move(found)));
}

// The two kinds of members, alike in all but what they are.

struct TrustedUsers {
  using Thing = User;
  static const User* find(const Org& org, std::string_view id) { return find_user(org, UserId(std::string(id))); }
  static const std::map<UserName, User>& in(const Org& org) { return org.users; }
  static const std::map<UserName, TrustedMember>& of(const Trust& trust) { return trust.users; }
  static std::map<UserName, TrustedMember>& of(Trust& trust) { return trust.users; }
  static constexpr std::string_view kind = "user";
  static constexpr RefusalReason unknown = RefusalReason::trustee_user_not_found;
};

struct TrustedGroups {
  using Thing = Group;
  static const Group* find(const Org& org, std::string_view id) { return find_group(org, GroupId(std::string(id))); }
  static const std::map<GroupName, Group>& in(const Org& org) { return org.groups; }
  static const std::map<GroupName, TrustedMember>& of(const Trust& trust) { return trust.groups; }
  static std::map<GroupName, TrustedMember>& of(Trust& trust) { return trust.groups; }
  static constexpr std::string_view kind = "group";
  static constexpr RefusalReason unknown = RefusalReason::entity_not_found;
};

template <class Kind>
struct MemberOfTrust {
  TrustBetween between;
  const typename Kind::Thing& thing;
  const TrustedMember& member;
};

/// The member of a trust that the path names second; entity_not_found where there is none.
template <class Kind>
std::variant<MemberOfTrust<Kind>, ApiFault> member_in_path(const ApiCall& call, const TrustBetween& between) {
  const auto* thing = Kind::find(between.trustee, call.route.parameters[1]);
  const auto absent = [&] {
    return not_there("a " + std::string(Kind::kind) + " of org " + between.trustee.name.value + " in its trust");
  };
  if (thing == nullptr) return absent();
  const auto& members = Kind::of(between.trust);
  const auto member = members.find(thing->name);
  if (member == members.end()) return absent();
  return MemberOfTrust<Kind>{between, *thing, member->second};
}

}  // namespace gcmock
