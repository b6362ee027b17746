// For each operation a request that is right in every way, in the world of the sweep.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gcmock/wire/operations.h"
#include "sweep/probe.h"

namespace gcmock {

/// As alice of acme sends it. Where the operation looks at what another one made, `before` makes it, and what is called
/// "{name}" in the target stands for that member of the last answer before it.
Probe right_request(const Operation& operation);

/// The operation's path with what the world has at its placeholders; with an id that nothing has instead.
std::string target_of(const Operation& operation);
std::string target_of_nothing(const Operation& operation);

/// The operation with this operationId, which must be there.
const Operation& operation_named(std::string_view id);

std::string bearer(std::string_view token);

}  // namespace gcmock
