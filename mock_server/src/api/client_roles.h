// Roles of OAuth clients: what a request gives them, and what its caller may give.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "api/call.h"
#include "api/entities.h"

namespace gcmock {

struct GivenRoles {
  std::vector<RoleName> roles;  ///< each once, in the order given
  std::map<RoleName, std::set<DivisionId>> divisions;
};

/// `roleDivisions`, and `roleIds`, which is deprecated and means the home division. client_role_invalid for a role or
/// division that the org has not.
std::variant<GivenRoles, ApiFault> read_roles(const ApiCall& call, const Json& body);

/// client_roles_exceed_caller where the caller lacks one of them: nobody gives what he has not.
std::optional<ApiFault> exceeds_caller(const ApiCall& call, const std::vector<RoleName>& roles);

/// [{"roleId", "divisionId"}].
Json role_divisions(const Org& org, const OAuthClient& client);

}  // namespace gcmock
