#include "api/role_entities.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/json_body.h"

namespace gcmock {
namespace {

struct Parts {
  std::string domain, entity, action;
};

std::optional<Parts> parts_of(const Permission& permission) {
  const auto& text = permission.value;
  const auto first = text.find(':');
  const auto second = first == std::string::npos ? first : text.find(':', first + 1);
  if (second == std::string::npos) return std::nullopt;
  return Parts{text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

ApiFault malformed(std::string expected) {
  return {Check::body_is_acceptable, RefusalReason::role_request_malformed, std::move(expected), "another one", {}};
}

std::variant<std::vector<Permission>, ApiFault> read_policy(const Json& policy) {
  const auto domain = text_member(policy, "domain").value();
  const auto entity = text_member(policy, "entityName").value();
  const auto actions = texts_member(policy, "actionSet").value();
  const auto is_said = [](const auto& member) { return member && !member->empty(); };
  if (!is_said(domain) || !is_said(entity) || !is_said(actions)) {
    return malformed("permissionPolicies with a domain, an entityName and an actionSet");
  }
  std::vector<Permission> permissions;
  for (const auto& action : *actions) permissions.emplace_back(*domain + ":" + *entity + ":" + action);
  return permissions;
}

std::optional<ApiFault> read_policies(const Json& object, std::vector<Permission>& into) {
  const auto found = object.find("permissionPolicies");
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_array()) return malformed("a list of permissionPolicies");
  for (const auto& policy : *found) {
    auto permissions = read_policy(policy);
    if (auto* fault = std::get_if<ApiFault>(&permissions)) return std::move(*fault);
    for (auto& permission : std::get<std::vector<Permission>>(permissions)) into.push_back(std::move(permission));
  }
  return std::nullopt;
}

std::vector<Permission> each_once(std::vector<Permission> permissions) {
  std::vector<Permission> once;
  for (auto& permission : permissions) {
    if (std::ranges::find(once, permission) == once.end()) once.push_back(std::move(permission));
  }
  return once;
}

}  // namespace

std::vector<Policy> policies_of(std::span<const Permission> permissions) {
  std::vector<Policy> policies;
  for (const auto& permission : permissions) {
    const auto parts = parts_of(permission);
    if (!parts) continue;
    auto policy = std::ranges::find_if(
        policies, [&](const Policy& each) { return each.domain == parts->domain && each.entity == parts->entity; });
    if (policy == policies.end()) policy = policies.insert(policy, Policy{parts->domain, parts->entity, {}});
    policy->actions.push_back(parts->action);
  }
  return policies;
}

std::vector<Permission> without_policy(std::span<const Permission> permissions) {
  std::vector<Permission> others;
  for (const auto& permission : permissions) {
    if (!parts_of(permission)) others.push_back(permission);
  }
  return others;
}

Json permission_policy(const Policy& policy) {
  return {{"domain", policy.domain},
          {"entityName", policy.entity},
          {"policyName", policy.domain + ":" + policy.entity},
          {"actionSet", policy.actions},
          {"allowConditions", false}};
}

Json organization_role(const Role& role) {
  Json entity{{"id", role.name.value}, {"name", role.shown_name()}, {"description", role.description}};
  if (role.default_role) entity["defaultRoleId"] = role.default_role->value;
  entity["permissions"] = texts(without_policy(role.permissions));
  entity["permissionPolicies"] = Json::array();
  for (const auto& policy : policies_of(role.permissions)) {
    entity["permissionPolicies"].push_back(permission_policy(policy));
  }
  entity["roleNeedsUpdate"] = role.update == Role::Update::needed;
  entity["base"] = role.default_role.has_value();
  entity["default"] = role.default_role.has_value();
  entity["selfUri"] = "/api/v2/authorization/roles/" + role.name.value;
  return entity;
}

Json domain_role(const Role& role) {
  return {{"id", role.name.value}, {"name", role.shown_name()}};
}

Json grant_role(const Role& role) {
  auto policies = Json::array();
  for (const auto& policy : policies_of(role.permissions)) {
    policies.push_back({{"actions", policy.actions}, {"domain", policy.domain}, {"entityName", policy.entity}});
  }
  return {{"id", role.name.value},
          {"name", role.shown_name()},
          {"description", role.description},
          {"policies", std::move(policies)},
          {"default", role.default_role.has_value()},
          {"selfUri", "/api/v2/authorization/roles/" + role.name.value}};
}

std::variant<RoleInBody, ApiFault> read_role(const Json& object) {
  const auto id = text_member(object, "id");
  const auto name = text_member(object, "name");
  const auto description = text_member(object, "description");
  const auto default_role = text_member(object, "defaultRoleId");
  const auto permissions = texts_member(object, "permissions");
  for (const auto* member : {&id, &name, &description, &default_role}) {
    if (member->fault()) return *member->fault();
  }
  if (permissions.fault()) return *permissions.fault();
  RoleInBody role{id.value().value_or(""), name.value().value_or(""), description.value().value_or(""), {}, {}};
  const bool has_blank_name = role.name.find_first_not_of(' ') == std::string::npos;
  if (name.value() && has_blank_name) return malformed("a name that is not blank");
  if (default_role.value()) role.default_role = RoleName(*default_role.value());
  for (const auto& permission : permissions.value().value_or(std::vector<std::string>{})) {
    role.permissions.emplace_back(permission);
  }
  if (auto fault = read_policies(object, role.permissions)) return *std::move(fault);
  role.permissions = each_once(std::move(role.permissions));
  return role;
}

}  // namespace gcmock
