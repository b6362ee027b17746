// load_world, and the two worlds of a scenario.
#include "scenario/world_loader.h"

#include <fmt/format.h>

#include <utility>

#include "scenario/client_settings.h"
#include "scenario/doubts.h"
#include "scenario/merge_patch.h"
#include "scenario/world_sense.h"

namespace gcmock {

WorldOnShelf load_world_for_shelf(const ParsedFile& parsed, const LoadOptions& options) {
  if (!parsed.json) return {std::nullopt, parsed.told};
  Mistakes mistakes;
  mistakes.add(parsed.told);
  StatedWorld stated{*parsed.json, {}};
  stated.reading = read_world(stated.json, {options.seed, nullptr}, mistakes);
  check_world(stated.reading, nullptr, mistakes);
  WorldOnShelf loaded;
  if (mistakes.count() == 0) loaded.stated = std::move(stated);
  loaded.findings = mistakes.findings();
  return loaded;
}

ChangedWorld change_world(const StatedWorld& stated, const JsonValue* patch, const LoadOptions& options,
                          Mistakes& mistakes) {
  if (patch == nullptr) return {stated.reading.world, places_of(stated.json)};
  Merged merged = merge(stated.json, *patch, mistakes);
  warn_of_idle_changes(stated.json, *patch, mistakes);
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
  LoadedWorld loaded;
  WorldOnShelf read = load_world_for_shelf(parse_file(file), options);
  if (read.stated) {
    loaded.client_settings = client_settings_of(read.stated->reading);
    loaded.places = places_of(read.stated->json);
    loaded.world = std::move(read.stated->reading.world);
  }
  loaded.diagnostics = mistakes_of(read.findings);
  return loaded;
}

}  // namespace gcmock
