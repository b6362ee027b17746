// Makes a change of the world real.
#pragma once

#include "domain/ledger.h"
#include "gcmock/domain/world_change.h"

namespace gcmock {

/// Applies `change` at `now`. What names an org, client, user, role or token that is not there changes nothing.
void apply(World& world, Ledger& ledger, const WorldChange& change, Instant now);

}  // namespace gcmock
