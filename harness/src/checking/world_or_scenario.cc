#include "checking/world_or_scenario.h"

#include <utility>

#include "scenario/named_credentials.h"

namespace gcmock {

Scenario scenario_of_world(LoadedWorld world, const std::string& file, std::uint64_t seed) {
  Scenario scenario;
  scenario.id = file;
  scenario.file = file;
  scenario.title = file;
  scenario.world = std::move(world.world).value();
  scenario.client_settings = std::move(world.client_settings);
  scenario.places = std::move(world.places);
  scenario.credentials = credentials_of(scenario.world);
  scenario.credentials.merge(generated_credentials(scenario.world, seed));
  return scenario;
}

WorldOrScenario load_world_or_scenario(const std::string& file, std::uint64_t seed) {
  if (kind_of(file) == FileKind::world) {
    LoadedWorld loaded = load_world(file, {seed});
    std::vector<Diagnostic> diagnostics = std::move(loaded.diagnostics);
    if (!loaded.world) return {FileKind::world, std::nullopt, std::move(diagnostics)};
    return {FileKind::world, scenario_of_world(std::move(loaded), file, seed), std::move(diagnostics)};
  }
  LoadedScenario loaded = load_scenario(file, {seed});
  return {FileKind::scenario, std::move(loaded.scenario), std::move(loaded.diagnostics)};
}

}  // namespace gcmock
