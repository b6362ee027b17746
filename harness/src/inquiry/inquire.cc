#include "inquiry/inquire.h"

#include <utility>

#include "explain/explain.h"

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

}  // namespace gcmock
