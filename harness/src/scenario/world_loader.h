// World files, before and after what a scenario says has changed.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "scenario/json_document.h"
#include "scenario/mistakes.h"
#include "scenario/world_reader.h"

namespace gcmock {

/// A world as its file states it. Empty where the file is no JSON, or has mistakes (all told).
struct StatedWorld {
  JsonValue json;
  WorldReading reading;
};
/// A world and what was told of it. Scenarios that are read together may share one.
struct WorldOnShelf {
  std::optional<StatedWorld> stated;
  std::vector<FileFinding> findings;
};
using WorldShelf = std::function<std::shared_ptr<const WorldOnShelf>(const std::string& file)>;
WorldOnShelf load_world_for_shelf(const ParsedFile& parsed, const LoadOptions& options);

/// The same world after a merge patch; with mistakes told where there are some.
struct ChangedWorld {
  World world;
  WorldPlaces places;
};
ChangedWorld change_world(const StatedWorld& stated, const JsonValue* patch, const LoadOptions& options,
                          Mistakes& mistakes);

}  // namespace gcmock
