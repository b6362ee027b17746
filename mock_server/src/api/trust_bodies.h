// What the bodies of org-to-org trust say: dates, roles, members.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/json_body.h"
#include "api/trust_lookup.h"

namespace gcmock {

/// A date-time member; nothing where it is missing or null; date_invalid.
Member<Instant> date_member(const Json& object, std::string_view name);

/// Roles of an org by their ids, and the divisions that they are for.
struct RequestedRoles {
  std::vector<RoleName> roles;
  RoleDivisions divisions;
};

/// A list of role ids that the org has; body_value_invalid.
std::variant<RequestedRoles, ApiFault> read_role_ids(const Org& org, const std::vector<std::string>& ids);
/// RoleDivisionGrants: roles and divisions that the org has; body_value_invalid, body_member_missing.
std::variant<RequestedRoles, ApiFault> read_role_divisions(const Org& org, const Json& grants);

/// TrustMemberCreate.
struct RequestedMember {
  std::string id;
  RequestedRoles roles;
};
std::variant<RequestedMember, ApiFault> read_member(const Org& trustor, const Json& item);

}  // namespace gcmock
