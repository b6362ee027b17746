#include "inquiry/inquire.h"

#include <utility>

#include "explain/explain.h"
#include "scenario/named_credentials.h"

namespace gcmock {

Inquiry inquire(const Scenario& scenario, OfflineRequest request, std::uint64_t seed) {
  ServerOptions options = server_options(scenario.server);
  options.seed = seed;
  options.clock = scenario.clock.value_or(options.clock);
  OfflineMock mock(scenario.world, scenario.script, options);
  Inquiry inquiry;
  inquiry.exchange = mock.ask(std::move(request));
  inquiry.explanation = explain(scenario, inquiry.exchange, {});
  return inquiry;
}

Scenario scenario_of(LoadedWorld world, const std::string& file, std::uint64_t seed) {
  Scenario scenario;
  scenario.file = file;
  scenario.world = std::move(world.world).value();
  scenario.client_settings = std::move(world.client_settings);
  scenario.places = std::move(world.places);
  scenario.credentials = credentials_of(scenario.world);
  scenario.credentials.merge(generated_credentials(scenario.world, seed));
  return scenario;
}

}  // namespace gcmock
