// Reading of a scenario whose file was parsed, for whoever checks many of them.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "scenario/json_document.h"
#include "scenario/world_loader.h"

namespace gcmock {

struct ReadScenario {
  std::optional<Scenario> scenario;   ///< exactly where there are no mistakes
  std::vector<FileFinding> findings;  ///< doubts only where there is a scenario
};

struct ReadOptions {
  LoadOptions load;
  std::optional<std::chrono::year_month_day> today;  ///< for what expires; empty: nothing has
};

/// `worlds` gives the world of the scenario; what was told of it is told of the scenario as well.
ReadScenario read_scenario(const ParsedFile& parsed, const ReadOptions& options, const WorldShelf& worlds);

}  // namespace gcmock
