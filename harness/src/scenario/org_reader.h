// One org: its roles, users, clients, authorizations and limits. Its tokens are token_reader's.
#pragma once

#include <cstdint>
#include <string>

#include "gcmock/domain/world.h"
#include "scenario/fields.h"
#include "scenario/world_reader.h"

namespace gcmock {

/// `member` is the org's in "orgs", `fields` its value's.
Org read_org(const JsonMember& member, const Fields& fields, std::uint64_t seed, WorldReading& reading,
             Mistakes& mistakes);

/// The same for the same seed and label, whatever else is in the world.
std::string generated_uuid(std::uint64_t seed, const std::string& label);

}  // namespace gcmock
