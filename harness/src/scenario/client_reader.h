// OAuth clients of an org: those that it registered and those that it authorized.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "gcmock/domain/world.h"
#include "scenario/fields.h"
#include "scenario/world_reader.h"

namespace gcmock {

/// `fields` are the org's. A secret that is left out is generated: "<org>/secret-<client id>".
std::map<ClientId, OAuthClient> read_clients(const OrgName& org, const Fields& fields, std::uint64_t seed,
                                             WorldReading& reading, Mistakes& mistakes);

std::map<ClientId, ClientAuthorization> read_authorizations(const OrgName& org, const Fields& fields,
                                                            WorldReading& reading, Mistakes& mistakes);

/// A list of roles of the org.
std::vector<RoleName> read_role_names(const OrgName& org, const Fields& fields, std::string_view key,
                                      WorldReading& reading);

void check_redirect_uri(const Text& uri, Mistakes& mistakes);

/// A list of scopes, by any object that has one.
std::vector<Scope> read_scopes(const Fields& fields, Mistakes& mistakes);

}  // namespace gcmock
