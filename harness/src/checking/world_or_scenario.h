// A file that is served or asked: a world alone, or a scenario.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checking/file_kind.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {

/// A world as a scenario in which nothing happens. `seed`: with which it was loaded.
Scenario scenario_of_world(LoadedWorld world, const std::string& file, std::uint64_t seed = 1);

struct WorldOrScenario {
  FileKind kind = FileKind::scenario;
  std::optional<Scenario> scenario;  ///< empty: it has mistakes
  std::vector<Diagnostic> diagnostics;
};
WorldOrScenario load_world_or_scenario(const std::string& file, std::uint64_t seed);

}  // namespace gcmock
