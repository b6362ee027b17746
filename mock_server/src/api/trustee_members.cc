// A member that is in the trust already is a conflict (assumed).
#include "api/trustee_members.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/json_body.h"
#include "api/listing.h"
#include "api/trust_bodies.h"
#include "api/trust_entities.h"

namespace gcmock {
namespace {

/// Does `then` with the member that the path names.
template <class Kind, class Then>
ApiOutcome with_member(const ApiCall& call, const Then& then) {
  return with(trust_in_trustee(call),
              [&](const TrustBetween& between) { return with(member_in_path<Kind>(call, between), then); });
}

/// The member has these roles from now on.
template <class Kind>
WorldChange with_roles(const ApiCall& call, const MemberOfTrust<Kind>& member, RequestedRoles roles) {
  auto trust = member.between.trust;
  auto& changed_member = Kind::of(trust).at(member.thing.name);
  changed_member.roles = std::move(roles.roles);
  changed_member.role_divisions = std::move(roles.divisions);
  return changed(call, member.between, std::move(trust));
}

template <class Kind>
ApiOutcome answer_roles(const ApiCall& call, const MemberOfTrust<Kind>& member, RequestedRoles roles) {
  auto body = text_of(trusted_roles(call.org, roles.roles));
  return ApiDone{200, std::move(body), {with_roles(call, member, std::move(roles))}};
}

/// `ids` as a list of texts, whatever else stands in it being wrong.
std::variant<std::vector<std::string>, ApiFault> read_ids(const Json& list) {
  std::vector<std::string> ids;
  for (const auto& item : list) {
    if (!item.is_string()) return wrong_value("roleIds", item.type_name(), "a string");
    ids.push_back(item.get<std::string>());
  }
  return ids;
}

template <class Kind>
ApiOutcome add_member(const ApiCall& call, const TrustBetween& between, RequestedMember requested) {
  const auto* thing = Kind::find(between.trustee, requested.id);
  if (thing == nullptr) {
    return ApiFault{Check::entity_exists,
                    Kind::unknown,
                    "a " + std::string(Kind::kind) + " of org " + between.trustee.name.value,
                    "none",
                    {}};
  }
  if (Kind::of(between.trust).contains(thing->name)) return there_already("such member of the trust");
  auto trust = between.trust;
  auto& member = Kind::of(trust)[thing->name];
  member = {std::move(requested.roles.roles), call.now, std::move(requested.roles.divisions), user_who_calls(call)};
  auto body = text_of(trust_member(call, MemberOfTrust<Kind>{between, *thing, member}));
  return ApiDone{200, std::move(body), {changed(call, between, std::move(trust))}};
}

}  // namespace

template <class Kind>
ApiOutcome list_trustee_members(const ApiCall& call) {
  return with(trust_in_trustee(call), [&](const TrustBetween& between) {
    return with(read_page(Query(call.request)), [&](const PageRequest& page) -> ApiOutcome {
      return ApiDone{200, text_of(listing(members<Kind>(call, between), page, call.request.path())), {}};
    });
  });
}

template <class Kind>
ApiOutcome post_trustee_member(const ApiCall& call) {
  return with(trust_in_trustee(call), [&](const TrustBetween& between) {
    return with(read_body(call, BodyKind::object), [&](const Json& body) {
      return with(read_member(call.org, body),
                  [&](RequestedMember requested) { return add_member<Kind>(call, between, std::move(requested)); });
    });
  });
}

template <class Kind>
ApiOutcome get_trustee_member(const ApiCall& call) {
  return with_member<Kind>(call, [&](const MemberOfTrust<Kind>& member) -> ApiOutcome {
    return ApiDone{200, text_of(trust_member(call, member)), {}};
  });
}

template <class Kind>
ApiOutcome delete_trustee_member(const ApiCall& call) {
  return with_member<Kind>(call, [&](const MemberOfTrust<Kind>& member) -> ApiOutcome {
    auto trust = member.between.trust;
    Kind::of(trust).erase(member.thing.name);
    return ApiDone{204, {}, {changed(call, member.between, std::move(trust))}};
  });
}

template <class Kind>
ApiOutcome get_trustee_member_roles(const ApiCall& call) {
  return with_member<Kind>(call, [&](const MemberOfTrust<Kind>& member) -> ApiOutcome {
    return ApiDone{200, text_of(trusted_roles(call.org, member.member.roles)), {}};
  });
}

template <class Kind>
ApiOutcome put_trustee_member_roles(const ApiCall& call) {
  return with_member<Kind>(call, [&](const MemberOfTrust<Kind>& member) {
    return with(read_body(call, BodyKind::list), [&](const Json& list) {
      return with(read_ids(list), [&](const std::vector<std::string>& ids) {
        return with(read_role_ids(call.org, ids), [&](RequestedRoles roles) {
          roles.divisions = member.member.role_divisions;
          std::erase_if(roles.divisions, [&](const auto& entry) {
            return std::ranges::find(roles.roles, entry.first) == roles.roles.end();
          });
          return answer_roles<Kind>(call, member, std::move(roles));
        });
      });
    });
  });
}

template <class Kind>
ApiOutcome put_trustee_member_role_divisions(const ApiCall& call) {
  return with_member<Kind>(call, [&](const MemberOfTrust<Kind>& member) {
    return with(read_body(call, BodyKind::object), [&](const Json& body) {
      return with(read_role_divisions(call.org, body),
                  [&](RequestedRoles roles) { return answer_roles<Kind>(call, member, std::move(roles)); });
    });
  });
}

template <class Kind>
ApiOutcome delete_trustee_member_roles(const ApiCall& call) {
  return with_member<Kind>(call, [&](const MemberOfTrust<Kind>& member) -> ApiOutcome {
    return ApiDone{204, {}, {with_roles(call, member, {})}};
  });
}

ApiOutcome list_trustee_clones(const ApiCall& call) {
  return with(trust_in_trustee(call), [&](const TrustBetween& between) -> ApiOutcome {
    return ApiDone{200, text_of(cloned_users(between, std::string(call.request.path()))), {}};
  });
}

ApiOutcome delete_trustee_clone(const ApiCall& call) {
  return with(trust_in_trustee(call), [&](const TrustBetween& between) -> ApiOutcome {
    return with(clone_in_path(call, between), [&](const User* user) -> ApiOutcome {
      auto trust = between.trust;
      trust.cloned_users.erase(user->name);
      return ApiDone{204, {}, {changed(call, between, std::move(trust))}};
    });
  });
}

template ApiOutcome list_trustee_members<TrustedUsers>(const ApiCall&);
template ApiOutcome list_trustee_members<TrustedGroups>(const ApiCall&);
template ApiOutcome post_trustee_member<TrustedUsers>(const ApiCall&);
template ApiOutcome post_trustee_member<TrustedGroups>(const ApiCall&);
template ApiOutcome get_trustee_member<TrustedUsers>(const ApiCall&);
template ApiOutcome get_trustee_member<TrustedGroups>(const ApiCall&);
template ApiOutcome delete_trustee_member<TrustedUsers>(const ApiCall&);
template ApiOutcome delete_trustee_member<TrustedGroups>(const ApiCall&);
template ApiOutcome get_trustee_member_roles<TrustedUsers>(const ApiCall&);
template ApiOutcome get_trustee_member_roles<TrustedGroups>(const ApiCall&);
template ApiOutcome put_trustee_member_roles<TrustedUsers>(const ApiCall&);
template ApiOutcome put_trustee_member_roles<TrustedGroups>(const ApiCall&);
template ApiOutcome put_trustee_member_role_divisions<TrustedUsers>(const ApiCall&);
template ApiOutcome put_trustee_member_role_divisions<TrustedGroups>(const ApiCall&);
template ApiOutcome delete_trustee_member_roles<TrustedUsers>(const ApiCall&);
template ApiOutcome delete_trustee_member_roles<TrustedGroups>(const ApiCall&);

}  // namespace gcmock
