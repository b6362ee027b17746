#include "api/client_roles.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/json_body.h"
#include "domain/trusts.h"

namespace gcmock {
namespace {

constexpr std::string_view every_division = "*";

bool has_division(const Org& org, const DivisionId& division) {
  return division.value == every_division || division == home_division(org).id || org.divisions.contains(division);
}

ApiFault invalid_role(std::string expected, std::string found) {
  return {Check::body_is_acceptable, RefusalReason::client_role_invalid, std::move(expected), std::move(found), {}};
}

std::optional<ApiFault> give(const Org& org, const RoleName& role, const DivisionId& division, GivenRoles& given) {
  if (!org.roles.contains(role)) return invalid_role("a role of the org", role.value);
  if (!has_division(org, division)) return invalid_role("a division of the org", division.value);
  if (std::ranges::find(given.roles, role) == given.roles.end()) given.roles.push_back(role);
  given.divisions[role].insert(division);
  return std::nullopt;
}

std::optional<ApiFault> give_in_division(const Org& org, const Json& item, GivenRoles& given) {
  const auto role = text_member(item, "roleId");
  const auto division = text_member(item, "divisionId");
  if (!role.value() || !division.value()) {
    return wrong_value("roleDivisions", item.type_name(), "a list of objects with roleId and divisionId");
  }
  return give(org, RoleName(*role.value()), DivisionId(*division.value()), given);
}

std::optional<ApiFault> give_in_divisions(const Org& org, const Json& body, GivenRoles& given) {
  const auto found = body.find("roleDivisions");
  if (found == body.end() || found->is_null()) return std::nullopt;
  if (!found->is_array()) return wrong_value("roleDivisions", found->type_name(), "a list");
  for (const auto& item : *found) {
    if (auto fault = give_in_division(org, item, given)) return fault;
  }
  return std::nullopt;
}

std::vector<RoleName> roles_of_guest(const ApiCall& call) {
  const auto* home = find_org(call.world, *call.caller.home);
  const auto* trust = find_trust(call.org, *call.caller.home);
  return home != nullptr && trust != nullptr ? roles_by_trust(*trust, *home, *call.caller.user)
                                             : std::vector<RoleName>{};
}

std::vector<RoleName> roles_of_caller(const ApiCall& call) {
  if (call.caller.user && call.caller.home) return roles_of_guest(call);
  if (call.caller.user) {
    const auto user = call.org.users.find(*call.caller.user);
    return user == call.org.users.end() ? std::vector<RoleName>{} : user->second.roles;
  }
  const auto client = find_client(call.world, call.org.name, call.caller.client);
  return client ? client->roles() : std::vector<RoleName>{};
}

}  // namespace

std::variant<GivenRoles, ApiFault> read_roles(const ApiCall& call, const Json& body) {
  GivenRoles given;
  if (auto fault = give_in_divisions(call.org, body, given)) return *std::move(fault);
  const auto ids = texts_member(body, "roleIds");
  if (ids.fault()) return *ids.fault();
  for (const auto& id : ids.value().value_or(std::vector<std::string>())) {
    const RoleName role(id);
    if (given.divisions.contains(role)) continue;  // said already, and with its division
    if (auto fault = give(call.org, role, home_division(call.org).id, given)) return *std::move(fault);
  }
  return given;
}

std::optional<ApiFault> exceeds_caller(const ApiCall& call, const std::vector<RoleName>& roles) {
  const auto held = roles_of_caller(call);
  for (const auto& role : roles) {
    if (std::ranges::find(held, role) != held.end()) continue;
    return ApiFault{Check::caller_may_grant,
                    RefusalReason::client_roles_exceed_caller,
                    "a caller with role " + role.value,
                    "one without it",
                    {}};
  }
  return std::nullopt;
}

Json role_divisions(const Org& org, const OAuthClient& client) {
  Json list = Json::array();
  for (const auto& role : client.roles) {
    const auto found = client.role_divisions.find(role);
    const auto divisions =
        found == client.role_divisions.end() ? std::set<DivisionId>{home_division(org).id} : found->second;
    for (const auto& division : divisions) list.push_back({{"roleId", role.value}, {"divisionId", division.value}});
  }
  return list;
}

}  // namespace gcmock
