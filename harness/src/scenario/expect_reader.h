// What a scenario wants to see.
#pragma once

#include "gcmock/domain/world.h"
#include "gcmock/harness/scenario.h"
#include "scenario/cast.h"
#include "scenario/fields.h"

namespace gcmock {

/// `world` is the one after world_changes; null where it could not be read.
Expectations read_expectations(const Fields& scenario, const Cast& cast, const World* world, Mistakes& mistakes);

std::vector<Waiver> read_waivers(const Fields& scenario, Mistakes& mistakes);

}  // namespace gcmock
