#include "api/trust_lookup.h"

#include <algorithm>

#include "domain/token_checks.h"

namespace gcmock {
namespace {

OrgId org_in_path(const ApiCall& call) {
  return OrgId(std::string(call.route.parameters[0]));
}

/// What the trustor lets the caller do there; nothing for a client that asks for itself.
std::vector<Permission> permissions_by_trust(const ApiCall& call, const TrustBetween& between) {
  const auto who = user_who_calls(call);
  if (!who || who->org != between.trustee.name) return {};
  if (!may_act_by_trust(call.world, between.trustor, *who, call.now)) return {};
  return permissions_of(between.trustor, roles_by_trust(between.trust, between.trustee, who->user));
}

std::optional<ApiFault> lacks(const std::vector<Permission>& held, const ApiOperation& asked, const Org& trustor) {
  const auto has = [&](const Permission& needed) {
    return std::ranges::any_of(held, [&](const Permission& each) { return permits(each, needed); });
  };
  const bool any_will_do = asked.permissions_any.empty() || std::ranges::any_of(asked.permissions_any, has);
  if (any_will_do && std::ranges::all_of(asked.permissions_all, has)) return std::nullopt;
  const auto needed = asked.permissions_all.empty() ? "one of " + listed(asked.permissions_any)
                                                    : "all of " + listed(asked.permissions_all);
  return ApiFault{Check::trust_allows_operation,
                  RefusalReason::trustor_permissions_missing,
                  needed + " in org " + trustor.name.value,
                  listed(held),
                  {}};
}

}  // namespace

std::variant<TrustBetween, ApiFault> trust_in_trustee(const ApiCall& call) {
  const auto* trustee = find_org(call.world, org_in_path(call));
  const auto* trust = trustee != nullptr ? find_trust(call.org, trustee->name) : nullptr;
  if (trust == nullptr) return not_there("a trust of org " + call.org.name.value + " in that org");
  return TrustBetween{call.org, *trustee, *trust};
}

std::variant<TrustBetween, ApiFault> trust_of_trustor(const ApiCall& call) {
  const auto* trustor = find_org(call.world, org_in_path(call));
  const auto* trust = trustor != nullptr ? find_trust(*trustor, call.org.name) : nullptr;
  if (trust == nullptr) return not_there("a trust of that org in org " + call.org.name.value);
  return TrustBetween{*trustor, call.org, *trust};
}

std::variant<TrustBetween, ApiFault> permitted_trust_of_trustor(const ApiCall& call) {
  auto found = trust_of_trustor(call);
  const auto* between = std::get_if<TrustBetween>(&found);
  if (between == nullptr) return found;
  if (auto fault = lacks(permissions_by_trust(call, *between), *call.route.demands, between->trustor)) {
    return *std::move(fault);
  }
  return found;
}

std::variant<const User*, ApiFault> clone_in_path(const ApiCall& call, const TrustBetween& between) {
  const auto* user = TrustedUsers::find(between.trustee, call.route.parameters[1]);
  if (user == nullptr || !between.trust.cloned_users.contains(user->name)) {
    return not_there("a clone of that user in org " + between.trustor.name.value);
  }
  return user;
}

std::optional<UserOfOrg> user_who_calls(const ApiCall& call) {
  if (!call.caller.user) return std::nullopt;
  return UserOfOrg{call.caller.home.value_or(call.caller.org), *call.caller.user};
}

WorldChange changed(const ApiCall& call, const TrustBetween& between, Trust trust) {
  return PutTrust{between.trustor.name, std::move(trust), user_who_calls(call)};
}

ApiFault not_there(std::string expected) {
  return {Check::entity_exists, RefusalReason::entity_not_found, std::move(expected), "none", {}};
}

ApiFault there_already(std::string what) {
  return {Check::state_allows_operation, RefusalReason::request_conflict, "no " + what, "one", {}};
}

}  // namespace gcmock
