// World files, before and after what a scenario says has changed.
#pragma once

#include <map>
#include <optional>
#include <string>

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
std::optional<StatedWorld> load_stated_world(const std::string& file, const LoadOptions& options, Mistakes& mistakes);

/// The same world after a merge patch; with mistakes told where there are some.
struct ChangedWorld {
  World world;
  WorldPlaces places;
};
ChangedWorld change_world(const StatedWorld& stated, const JsonValue* patch, const LoadOptions& options,
                          Mistakes& mistakes);

}  // namespace gcmock
