#include "api/grantees.h"

#include <algorithm>

#include "domain/trusts.h"

namespace gcmock {
namespace {

RoleDivisions grants_of(const Org& org, const std::vector<RoleName>& roles, const RoleDivisions& divisions) {
  RoleDivisions grants;
  for (const auto& role : roles) {
    const auto stated = divisions.find(role);
    const bool is_stated = stated != divisions.end() && !stated->second.empty();
    grants[role] = is_stated ? stated->second : std::set{home_division(org).id};
  }
  return grants;
}

Grantee grantee(const Org& org, const User& user) {
  return {user.id.value, user.display_name, user.name, grants_of(org, user.roles, user.role_divisions)};
}

Grantee grantee(const Org& org, const ClientInOrg& client) {
  const auto& divisions =
      client.authorization != nullptr ? client.authorization->role_divisions : client.registration->role_divisions;
  const auto& id = client.registration->id;
  const auto& name = client.registration->name;
  return {id.value, name.empty() ? id.value : name, id, grants_of(org, client.roles(), divisions)};
}

/// A user of another org, who acts here by trust.
std::optional<Grantee> guest(const ApiCall& call) {
  const auto* home = find_org(call.world, *call.caller.home);
  const auto* trust = home != nullptr ? find_trust(call.org, home->name) : nullptr;
  if (trust == nullptr) return std::nullopt;
  const auto user = home->users.find(*call.caller.user);
  if (user == home->users.end()) return std::nullopt;
  Grantee guest{user->second.id.value, user->second.display_name, user->second.name, {}};
  for (const auto* member : memberships(*trust, *home, user->first)) {
    for (const auto& [role, divisions] : grants_of(call.org, member->roles, member->role_divisions)) {
      guest.grants[role].insert(divisions.begin(), divisions.end());
    }
  }
  return guest;
}

bool has_permission_in(const Org& org, const Grantee& grantee, const DivisionId& division, const Permission& needed) {
  return std::ranges::any_of(grantee.grants, [&](const auto& grant) {
    const auto role = org.roles.find(grant.first);
    return role != org.roles.end() && grant.second.contains(division) &&
           std::ranges::any_of(role->second.permissions, [&](const auto& held) { return permits(held, needed); });
  });
}

// The home division is what a role that says nothing is held in: it need not be said.
RoleDivisions said_divisions(const Org& org, const RoleDivisions& grants) {
  const std::set home{home_division(org).id};
  RoleDivisions said;
  for (const auto& [role, divisions] : grants) {
    if (divisions != home) said[role] = divisions;
  }
  return said;
}

}  // namespace

std::vector<Grantee> grantees(const ApiCall& call) {
  std::vector<Grantee> all;
  for (const auto& [name, user] : call.org.users) all.push_back(grantee(call.org, user));
  std::set<ClientId> clients;
  for (const auto& [id, client] : call.org.clients) clients.insert(id);
  for (const auto& [id, authorization] : call.org.authorizations) clients.insert(id);
  for (const auto& id : clients) {
    if (const auto client = find_client(call.world, call.org.name, id)) all.push_back(grantee(call.org, *client));
  }
  return all;
}

std::optional<Grantee> find_grantee(const ApiCall& call, std::string_view id) {
  const auto all = grantees(call);
  const auto found = std::ranges::find(all, id, &Grantee::id);
  return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<Grantee> calling_grantee(const ApiCall& call) {
  if (call.caller.user && call.caller.home) return guest(call);
  if (call.caller.user) {
    const auto user = call.org.users.find(*call.caller.user);
    return user == call.org.users.end() ? std::nullopt : std::optional(grantee(call.org, user->second));
  }
  return find_grantee(call, call.caller.client.value);
}

std::string_view type_of(const Grantee& grantee) {
  return std::holds_alternative<UserName>(grantee.who) ? "PC_USER" : "PC_OAUTH_CLIENT";
}

WorldChange set_grants(const ApiCall& call, const Grantee& grantee, const RoleDivisions& grants) {
  std::vector<RoleName> roles;
  for (const auto& [role, divisions] : grants) roles.push_back(role);
  auto divisions = said_divisions(call.org, grants);
  if (const auto* user = std::get_if<UserName>(&grantee.who)) {
    return SetUserRoles{call.org.name, *user, std::move(roles), std::move(divisions)};
  }
  return SetClientRoles{call.org.name, std::get<ClientId>(grantee.who), std::move(roles), std::move(divisions)};
}

std::vector<Permission> permissions_of(const Org& org, const Grantee& grantee) {
  std::vector<Permission> all;
  for (const auto& [name, divisions] : grantee.grants) {
    const auto role = org.roles.find(name);
    if (role == org.roles.end()) continue;
    for (const auto& permission : role->second.permissions) {
      if (std::ranges::find(all, permission) == all.end()) all.push_back(permission);
    }
  }
  return all;
}

std::optional<ApiFault> check_divisions(const ApiCall& call, const std::set<DivisionId>& divisions,
                                        const Permission& permission) {
  if (call.org.role_settings.division_aware_grants == RoleSettings::DivisionAwareGrants::off) return std::nullopt;
  const auto caller = calling_grantee(call).value_or(Grantee{});
  for (const auto& division : divisions) {
    if (has_permission_in(call.org, caller, division, permission)) continue;
    return ApiFault{Check::caller_may_grant,
                    RefusalReason::division_permissions_missing,
                    permission.value + " in division " + division.value,
                    "none of the caller's roles there has it",
                    {}};
  }
  return std::nullopt;
}

std::optional<ApiFault> check_divisions(const ApiCall& call, const RoleDivisions& grants,
                                        const Permission& permission) {
  std::set<DivisionId> all;
  for (const auto& [role, divisions] : grants) all.insert(divisions.begin(), divisions.end());
  return check_divisions(call, all, permission);
}

RoleDivisions without(RoleDivisions some, const RoleDivisions& others) {
  for (const auto& [role, divisions] : others) {
    const auto held = some.find(role);
    if (held == some.end()) continue;
    for (const auto& division : divisions) held->second.erase(division);
    if (held->second.empty()) some.erase(held);
  }
  return some;
}

std::optional<ApiFault> check_role_count(const Org& org, const RoleDivisions& grants) {
  const auto most = org.capacity.roles_per_subject;
  if (!most || grants.size() <= static_cast<std::size_t>(*most)) return std::nullopt;
  return ApiFault{Check::limit_allows_operation,
                  RefusalReason::too_many_role_assignments,
                  "at most " + std::to_string(*most) + " roles of a subject",
                  std::to_string(grants.size()),
                  {}};
}

}  // namespace gcmock
