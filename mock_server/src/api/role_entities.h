// Roles as the API shows and takes them (source: vendor_openapi, DomainOrganizationRole). A role's policies are its
// permissions by domain and entity; conditions of policies are not kept: every policy holds everywhere.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/entities.h"

namespace gcmock {

/// What a policy permits: actions on one entity of a domain.
struct Policy {
  std::string domain;
  std::string entity;
  std::vector<std::string> actions;
};

/// Permissions of three parts, by domain and entity, in the order in which they are first named.
std::vector<Policy> policies_of(std::span<const Permission> permissions);
/// Permissions that are not of three parts.
std::vector<Permission> without_policy(std::span<const Permission> permissions);

/// DomainPermissionPolicy.
Json permission_policy(const Policy& policy);

/// DomainOrganizationRole, without userCount.
Json organization_role(const Role& role);
/// DomainRole.
Json domain_role(const Role& role);
/// AuthzGrantRole.
Json grant_role(const Role& role);

/// What a body says about a role: id, name, description, permissions.
struct RoleInBody {
  std::string id;
  std::string name;
  std::string description;
  std::optional<RoleName> default_role;
  std::vector<Permission> permissions;  ///< of `permissions` and `permissionPolicies`
};

/// role_request_malformed where a policy says no domain, entity or actions, or the name is blank where one is sent.
std::variant<RoleInBody, ApiFault> read_role(const Json& object);

}  // namespace gcmock
