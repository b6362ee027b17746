// Actions of a rule: one or a list of them.
#pragma once

#include <cstdint>
#include <vector>

#include "gcmock/script/script.h"
#include "scenario/cast.h"
#include "scenario/fields.h"

namespace gcmock {

struct ActionReading {
  Action action;
  Spot spot;
};

/// `seed` is of the secrets that world events generate.
std::vector<ActionReading> read_actions(const JsonValue& value, const Cast& cast, std::uint64_t seed,
                                        Mistakes& mistakes);

}  // namespace gcmock
