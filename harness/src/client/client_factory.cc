// From a client profile to a factory of clients.
#include "client/installation.h"
#include "client/process_clients.h"
#include "client/reference_client.h"
#include "gcmock/error.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

ClientFactory make_client_factory(const ClientProfile& profile) {
  if (profile.driver == ClientProfile::Driver::built_in) return [] { return make_reference_client(); };
  if (profile.command.empty()) throw Error("client profile " + profile.name + " names no command");
  if (auto missing = what_is_missing(profile)) return [missing] { return make_missing_client(*missing); };
  const auto preflight = std::make_shared<ClockPreflight>(profile);
  if (profile.driver == ClientProfile::Driver::session)
    return [profile, preflight] { return make_session_client(profile, preflight); };
  return [profile, preflight] { return make_command_client(profile, preflight); };
}

ClientProfile built_in_profile() {
  ClientProfile profile;
  profile.name = "reference";
  return profile;
}

}  // namespace gcmock
