// Actions of a rule: one or a list of them.
#pragma once

#include <vector>

#include "gcmock/script/script.h"
#include "scenario/fields.h"

namespace gcmock {

struct ActionReading {
  Action action;
  Spot spot;
};

std::vector<ActionReading> read_actions(const JsonValue& value, Mistakes& mistakes);

}  // namespace gcmock
