// load_world, and the two worlds of a scenario.
#include "scenario/world_loader.h"

#include <fmt/format.h>

#include <utility>

#include "scenario/client_settings.h"
#include "scenario/merge_patch.h"
#include "scenario/world_sense.h"

namespace gcmock {

std::optional<StatedWorld> load_stated_world(const std::string& file, const LoadOptions& options, Mistakes& mistakes) {
  const std::size_t before = mistakes.count();
  std::optional<JsonValue> json = read_json_file(file, mistakes);
  if (!json) return std::nullopt;
  StatedWorld stated{std::move(*json), {}};
  stated.reading = read_world(stated.json, {options.seed, nullptr}, mistakes);
  check_world(stated.reading, nullptr, mistakes);
  if (mistakes.count() > before) return std::nullopt;
  return stated;
}

ChangedWorld change_world(const StatedWorld& stated, const JsonValue* patch, const LoadOptions& options,
                          Mistakes& mistakes) {
  if (patch == nullptr) return {stated.reading.world, places_of(stated.json)};
  Merged merged = merge(stated.json, *patch, mistakes);
  const World& before = stated.reading.world;
  WorldReading changed = read_world(merged.value, {options.seed, &before}, mistakes);
  check_world(changed, &before, mistakes);
  for (const Lookalike& lookalike : merged.lookalikes) {
    mistakes.improve_fix(lookalike.added.place(), "GC202",
                         fmt::format("this adds an object; did you mean to change \"{}\"?", lookalike.meant));
  }
  return {std::move(changed.world), std::move(merged.places)};
}

LoadedWorld load_world(const std::string& file, const LoadOptions& options) {
  Mistakes mistakes;
  LoadedWorld loaded;
  if (std::optional<StatedWorld> stated = load_stated_world(file, options, mistakes)) {
    loaded.client_settings = client_settings_of(stated->reading);
    loaded.places = places_of(stated->json);
    loaded.world = std::move(stated->reading.world);
  }
  loaded.diagnostics = mistakes.sorted();
  return loaded;
}

}  // namespace gcmock
