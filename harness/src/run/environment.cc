#include "run/environment.h"

#include <variant>

#include "gcmock/mock_server.h"

namespace gcmock {

ClientEnvironment environment_of(const Scenario& scenario, const MockServer& server) {
  ClientEnvironment environment;
  environment.login_url = server.login_url();
  environment.api_url = server.api_url();
  environment.orgs = scenario.client_settings;
  for (const Step& step : scenario.steps) {
    if (const auto* call = std::get_if<PerformCall>(&step.what)) environment.calls.push_back(call->call);
  }
  return environment;
}

}  // namespace gcmock
