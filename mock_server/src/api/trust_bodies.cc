// Identifiers of roles are their names in the world (assumed). "*" stands for all divisions (assumed).
#include "api/trust_bodies.h"

#include <fmt/format.h>

#include <algorithm>

#include "api/iso_8601.h"

namespace gcmock {
namespace {

ApiFault missing(std::string_view name) {
  return {Check::body_is_acceptable,
          RefusalReason::body_member_missing,
          "a member " + std::string(name),
          "none",
          {std::string(name) + " is required"}};
}

bool is_division(const Org& org, const DivisionId& id) {
  return id.value == "*" || id == home_division(org).id || org.divisions.contains(id);
}

std::string names_of(const std::map<RoleName, Role>& roles) {
  std::vector<std::string> names;
  for (const auto& [name, role] : roles) names.push_back(name.value);
  return fmt::format("[{}]", fmt::join(names, ", "));
}

std::string ids_of(const std::map<DivisionId, Division>& divisions) {
  std::vector<std::string> ids{"*"};
  for (const auto& [id, division] : divisions) ids.push_back(id.value);
  return fmt::format("[{}]", fmt::join(ids, ", "));
}

void add(RequestedRoles& roles, const RoleName& role) {
  if (std::ranges::find(roles.roles, role) == roles.roles.end()) roles.roles.push_back(role);
}

/// One RoleDivisionPair.
std::optional<ApiFault> read_pair(const Org& org, const Json& pair, RequestedRoles& into) {
  const auto role = text_member(pair, "roleId");
  const auto division = text_member(pair, "divisionId");
  for (const auto* member : {&role, &division}) {
    if (member->fault()) return member->fault();
  }
  if (!role.value()) return missing("roleId");
  if (!division.value()) return missing("divisionId");
  const RoleName name(*role.value());
  const DivisionId id(*division.value());
  if (!org.roles.contains(name)) return wrong_value("roleId", name.value, names_of(org.roles));
  if (!is_division(org, id)) return wrong_value("divisionId", id.value, ids_of(org.divisions));
  add(into, name);
  into.divisions[name].insert(id);
  return std::nullopt;
}

}  // namespace

Member<Instant> date_member(const Json& object, std::string_view name) {
  const auto text = text_member(object, name);
  if (text.fault()) return Member<Instant>(*text.fault());
  if (!text.value()) return {};
  if (const auto instant = instant_from_iso_8601(*text.value())) return Member<Instant>(*instant);
  return Member<Instant>(ApiFault{Check::body_is_acceptable,
                                  RefusalReason::body_date_invalid,
                                  std::string(name) + " as an ISO-8601 date-time",
                                  *text.value(),
                                  {}});
}

std::variant<RequestedRoles, ApiFault> read_role_ids(const Org& org, const std::vector<std::string>& ids) {
  RequestedRoles roles;
  for (const auto& id : ids) {
    if (!org.roles.contains(RoleName(id))) return wrong_value("roleIds", id, names_of(org.roles));
    add(roles, RoleName(id));
  }
  return roles;
}

std::variant<RequestedRoles, ApiFault> read_role_divisions(const Org& org, const Json& grants) {
  const auto list = grants.is_object() ? grants.find("grants") : grants.end();
  if (!grants.is_object() || list == grants.end() || list->is_null()) return missing("grants");
  if (!list->is_array()) return wrong_value("grants", list->type_name(), "a list");
  RequestedRoles roles;
  for (const auto& pair : *list) {
    if (auto fault = read_pair(org, pair, roles)) return *std::move(fault);
  }
  return roles;
}

std::variant<RequestedMember, ApiFault> read_member(const Org& trustor, const Json& item) {
  if (!item.is_object()) return wrong_value("member", item.type_name(), "an object");
  const auto id = text_member(item, "id");
  const auto role_ids = texts_member(item, "roleIds");
  if (id.fault()) return *id.fault();
  if (role_ids.fault()) return *role_ids.fault();
  if (!id.value()) return missing("id");
  auto roles = read_role_ids(trustor, role_ids.value().value_or(std::vector<std::string>{}));
  if (auto* fault = std::get_if<ApiFault>(&roles)) return std::move(*fault);
  RequestedMember member{*id.value(), std::get<RequestedRoles>(std::move(roles))};
  const auto grants = item.find("roleDivisions");
  if (grants == item.end() || grants->is_null()) return member;
  auto with_divisions = read_role_divisions(trustor, *grants);
  if (auto* fault = std::get_if<ApiFault>(&with_divisions)) return std::move(*fault);
  auto& more = std::get<RequestedRoles>(with_divisions);
  for (const auto& role : more.roles) add(member.roles, role);
  member.roles.divisions = std::move(more.divisions);
  return member;
}

}  // namespace gcmock
