#include "api/trustors.h"

#include <nlohmann/json.hpp>

#include "api/listing.h"
#include "api/trust_entities.h"

namespace gcmock {
namespace {

constexpr std::size_t most_clones = 5;  // of a trustee in an org: vendor_openapi, getOrgauthorizationTrusteeClonedusers

ApiFault no_such(std::string_view kind, const Org& org) {
  return not_there("a " + std::string(kind) + " of org " + org.name.value);
}

ApiOutcome answer_clone(const TrustBetween& between, const User& user, std::vector<WorldChange> changes) {
  return ApiDone{200, text_of(cloned_user(between, user)), std::move(changes)};
}

/// Only who is in the trust can be cloned (assumed).
ApiOutcome clone(const ApiCall& call, const TrustBetween& between, const User& user) {
  const auto& clones = between.trust.cloned_users;
  if (clones.contains(user.name)) return answer_clone(between, user, {});
  if (clones.size() >= most_clones) {
    return ApiFault{Check::limit_allows_operation,
                    RefusalReason::request_conflict,
                    "at most 5 clones in org " + between.trustor.name.value,
                    "5",
                    {}};
  }
  auto trust = between.trust;
  trust.cloned_users.insert(user.name);
  return answer_clone(between, user, {changed(call, between, std::move(trust))});
}

}  // namespace

ApiOutcome list_trustors(const ApiCall& call) {
  return with(read_page(Query(call.request)), [&](const PageRequest& page) -> ApiOutcome {
    std::vector<Json> entities;
    for (const auto& [name, org] : call.world.orgs) {
      const auto* trust = find_trust(org, call.org.name);
      if (trust != nullptr) entities.push_back(trustor(call, {org, call.org, *trust}));
    }
    return ApiDone{200, text_of(listing(entities, page, "/api/v2/orgauthorization/trustors")), {}};
  });
}

ApiOutcome get_trustor(const ApiCall& call) {
  return with(trust_of_trustor(call), [&](const TrustBetween& between) -> ApiOutcome {
    return ApiDone{200, text_of(trustor(call, between)), {}};
  });
}

ApiOutcome delete_trustor(const ApiCall& call) {
  return with(trust_of_trustor(call), [&](const TrustBetween& between) -> ApiOutcome {
    return ApiDone{204, {}, {RemoveTrust{between.trustor.name, call.org.name, user_who_calls(call)}}};
  });
}

template <class Kind>
ApiOutcome list_trustor_members(const ApiCall& call) {
  return with(permitted_trust_of_trustor(call), [&](const TrustBetween& between) {
    return with(read_page(Query(call.request)), [&](const PageRequest& page) -> ApiOutcome {
      return ApiDone{200, text_of(listing(members<Kind>(call, between), page, call.request.path())), {}};
    });
  });
}

template <class Kind>
ApiOutcome get_trustor_member(const ApiCall& call) {
  return with(trust_of_trustor(call), [&](const TrustBetween& between) {
    return with(member_in_path<Kind>(call, between), [&](const MemberOfTrust<Kind>& member) -> ApiOutcome {
      return ApiDone{200, text_of(trust_member(call, member)), {}};
    });
  });
}

template <class Kind>
ApiOutcome put_trustor_member(const ApiCall& call) {
  return with(permitted_trust_of_trustor(call), [&](const TrustBetween& between) -> ApiOutcome {
    const auto* thing = Kind::find(call.org, call.route.parameters[1]);
    if (thing == nullptr) return no_such(Kind::kind, call.org);
    auto trust = between.trust;
    const auto [member, is_new] = Kind::of(trust).try_emplace(thing->name);
    if (is_new) member->second = {{}, call.now, {}, user_who_calls(call)};
    auto body = text_of(trust_member(call, MemberOfTrust<Kind>{between, *thing, member->second}));
    std::vector<WorldChange> changes;
    if (is_new) changes.push_back(changed(call, between, std::move(trust)));
    return ApiDone{200, std::move(body), std::move(changes)};
  });
}

template <class Kind>
ApiOutcome delete_trustor_member(const ApiCall& call) {
  return with(permitted_trust_of_trustor(call), [&](const TrustBetween& between) {
    return with(member_in_path<Kind>(call, between), [&](const MemberOfTrust<Kind>& member) -> ApiOutcome {
      auto trust = between.trust;
      Kind::of(trust).erase(member.thing.name);
      return ApiDone{204, {}, {changed(call, between, std::move(trust))}};
    });
  });
}

ApiOutcome list_trustor_clones(const ApiCall& call) {
  return with(permitted_trust_of_trustor(call), [&](const TrustBetween& between) -> ApiOutcome {
    return ApiDone{200, text_of(cloned_users(between, std::string(call.request.path()))), {}};
  });
}

ApiOutcome get_trustor_clone(const ApiCall& call) {
  return with(trust_of_trustor(call), [&](const TrustBetween& between) {
    return with(clone_in_path(call, between), [&](const User* user) { return answer_clone(between, *user, {}); });
  });
}

ApiOutcome put_trustor_clone(const ApiCall& call) {
  return with(permitted_trust_of_trustor(call), [&](const TrustBetween& between) -> ApiOutcome {
    const auto* user = TrustedUsers::find(call.org, call.route.parameters[1]);
    if (user == nullptr || !is_trusted(between.trust, call.org, user->name)) {
      return not_there("a user of org " + call.org.name.value + " in its trust");
    }
    return clone(call, between, *user);
  });
}

ApiOutcome delete_trustor_clone(const ApiCall& call) {
  return with(permitted_trust_of_trustor(call), [&](const TrustBetween& between) {
    return with(clone_in_path(call, between), [&](const User* user) -> ApiOutcome {
      auto trust = between.trust;
      trust.cloned_users.erase(user->name);
      return ApiDone{204, {}, {changed(call, between, std::move(trust))}};
    });
  });
}

template ApiOutcome list_trustor_members<TrustedUsers>(const ApiCall&);
template ApiOutcome list_trustor_members<TrustedGroups>(const ApiCall&);
template ApiOutcome get_trustor_member<TrustedUsers>(const ApiCall&);
template ApiOutcome get_trustor_member<TrustedGroups>(const ApiCall&);
template ApiOutcome put_trustor_member<TrustedUsers>(const ApiCall&);
template ApiOutcome put_trustor_member<TrustedGroups>(const ApiCall&);
template ApiOutcome delete_trustor_member<TrustedUsers>(const ApiCall&);
template ApiOutcome delete_trustor_member<TrustedGroups>(const ApiCall&);

}  // namespace gcmock
