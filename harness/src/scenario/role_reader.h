// Roles of an org, in which divisions they are held, and how many of all that there may be.
#pragma once

#include "gcmock/domain/world.h"
#include "scenario/fields.h"
#include "scenario/world_reader.h"

namespace gcmock {

/// "roles" or "default_roles": by id; a list is short for a role's permissions.
std::map<RoleName, Role> read_roles(const OrgName& org, const Fields& fields, std::string_view key,
                                    WorldReading& reading, Mistakes& mistakes);

/// "role_divisions" of who has these roles.
RoleDivisions read_role_divisions(const OrgName& org, const Fields& fields, const std::vector<RoleName>& roles,
                                  WorldReading& reading, Mistakes& mistakes);

RoleSettings read_role_settings(const Fields& fields, Mistakes& mistakes);
Capacity read_capacity(const Fields& fields, Mistakes& mistakes);
/// By id; "home_division" says which of them is the home division.
std::map<DivisionId, Division> read_divisions(const OrgName& org, const Fields& fields, WorldReading& reading,
                                              Mistakes& mistakes);

}  // namespace gcmock
