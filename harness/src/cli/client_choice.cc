// The client under test that the command line names.
#include "cli/client_choice.h"

#include <ostream>

#include "gcmock/harness/scenario.h"

namespace gcmock {

std::optional<ChosenClient> choose_client(const std::string& client, std::uint64_t seed, Terminal& terminal) {
  ClientProfile profile = built_in_profile();
  if (!client.empty()) {
    const LoadedClientProfile loaded = load_client_profile(client);
    for (const Diagnostic& diagnostic : loaded.diagnostics) terminal.err << diagnostic;
    if (!loaded.profile) return std::nullopt;
    profile = *loaded.profile;
  }
  RunOptions options;
  options.seed = seed;
  options.time_limit = profile.time_limit;
  options.grace = profile.grace;
  options.client_server = profile.server;
  options.client_name = profile.name;
  options.client_argument = client;
  return ChosenClient{make_client_factory(profile), options};
}

}  // namespace gcmock
