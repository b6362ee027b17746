// Who may hold roles in an org: its users, and the service accounts of the clients that it registered or authorized.
// Source: vendor_openapi, AuthzSubject, SubjectDivisionGrants.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/call.h"

namespace gcmock {

struct Grantee {
  std::string id;  ///< as the API shows it
  std::string name;
  std::variant<UserName, ClientId> who;
  RoleDivisions grants;  ///< of every role that it has; none is empty
};

/// All of the caller's org: users, then clients.
std::vector<Grantee> grantees(const ApiCall& call);
std::optional<Grantee> find_grantee(const ApiCall& call, std::string_view id);
/// Who asks; a guest of another org with the roles that the trust gives him.
std::optional<Grantee> calling_grantee(const ApiCall& call);

/// "PC_USER", "PC_OAUTH_CLIENT".
std::string_view type_of(const Grantee& grantee);

/// Lets it have exactly these roles.
WorldChange set_grants(const ApiCall& call, const Grantee& grantee, const RoleDivisions& grants);

/// Of its roles, in the order of their names, each once.
std::vector<Permission> permissions_of(const Org& org, const Grantee& grantee);

/// May the caller give or take (`permission`) roles in these divisions? division_permissions_missing where the org
/// wants that to be asked (RoleSettings), and none of the caller's roles in one of them has the permission.
std::optional<ApiFault> check_divisions(const ApiCall& call, const std::set<DivisionId>& divisions,
                                        const Permission& permission);
/// In every division of these grants.
std::optional<ApiFault> check_divisions(const ApiCall& call, const RoleDivisions& grants, const Permission& permission);

/// Roles and divisions that are in `some` and not in `others`.
RoleDivisions without(RoleDivisions some, const RoleDivisions& others);

/// too_many_role_assignments where a subject would have more roles than the org's capacity says.
std::optional<ApiFault> check_role_count(const Org& org, const RoleDivisions& grants);

}  // namespace gcmock
