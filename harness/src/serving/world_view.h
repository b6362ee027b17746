// A world as it is now, for people and programs that watch it. No secret and no token is in it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "gcmock/domain/world.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

nlohmann::ordered_json world_view(const World& world, const std::vector<LedgerEntry>& ledger, Instant now);

}  // namespace gcmock
