#include "api/user_authorization.h"

#include <nlohmann/json.hpp>

#include "api/role_entities.h"

namespace gcmock {
namespace {

// ResourcePermissionPolicy.
Json resource_policy(const Policy& policy) {
  return {
      {"id", policy.domain + ":" + policy.entity},         {"domain", policy.domain},  {"entityName", policy.entity},
      {"policyName", policy.domain + ":" + policy.entity}, {"allowConditions", false}, {"actionSet", policy.actions}};
}

}  // namespace

Json user_authorization(const Org& org, const Grantee& subject) {
  auto roles = Json::array();
  for (const auto& [name, divisions] : subject.grants) {
    const auto role = org.roles.find(name);
    if (role != org.roles.end()) roles.push_back(domain_role(role->second));
  }
  const auto permissions = permissions_of(org, subject);
  auto policies = Json::array();
  for (const auto& policy : policies_of(permissions)) policies.push_back(resource_policy(policy));
  return {
      {"roles", std::move(roles)}, {"permissions", texts(permissions)}, {"permissionPolicies", std::move(policies)}};
}

}  // namespace gcmock
