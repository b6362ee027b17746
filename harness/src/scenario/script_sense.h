// Rules that can be read but make no sense.
#pragma once

#include <optional>
#include <vector>

#include "gcmock/script/script.h"
#include "scenario/action_reader.h"
#include "scenario/mistakes.h"

namespace gcmock {

struct RuleReading {
  Rule rule;
  std::optional<Stage> stage;
  std::vector<ActionReading> actions;
  Spot when_spot;
  Spot do_spot;
};

void check_script(const std::vector<RuleReading>& rules, Mistakes& mistakes);

}  // namespace gcmock
