// Groups of an org, its trusts in other orgs, and its pairings.
#pragma once

#include <cstdint>
#include <map>

#include "gcmock/domain/world.h"
#include "scenario/fields.h"
#include "scenario/world_reader.h"

namespace gcmock {

std::map<GroupName, Group> read_groups(const OrgName& org, const Fields& fields, std::uint64_t seed,
                                       WorldReading& reading, Mistakes& mistakes);

/// Into the org of the world that is read: how long trusts last counts from the world's start.
void read_trusts(const OrgName& org, const Fields& fields, WorldReading& reading, Mistakes& mistakes);

/// What the org offered before the world began.
void read_pairings(const OrgName& org, const Fields& fields, WorldReading& reading, Mistakes& mistakes);

}  // namespace gcmock
