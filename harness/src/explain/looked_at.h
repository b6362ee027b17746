// Which places of a world a refusal rests on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// JSON pointers of all that the failed check compared, the one that says most first. Empty where no place of the world
/// is behind it. `world` is that of the start.
std::vector<std::string> looked_at(const Exchange& refused, const World& world);

/// The same, and where a credential that this world does not know stood or would stand: one that clients were given
/// and world_changes took away.
std::vector<std::string> looked_at(const Exchange& refused, const Scenario& scenario);

/// The name of a credential that came and that the world does not know: one that clients were given, or that would be
/// generated where the world states another or none (its name ends with `generated_mark`).
std::optional<std::string> formerly_known(const Exchange& refused, const Scenario& scenario);

}  // namespace gcmock
