// Rules that can be read but make no sense.
#pragma once

#include <optional>
#include <vector>

#include "gcmock/script/script.h"
#include "gcmock/server_options.h"
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

/// `scheme`: of the server, where the scenario says it.
void check_script(const std::vector<RuleReading>& rules, std::optional<Scheme> scheme, Mistakes& mistakes);

}  // namespace gcmock
