// From a client profile to a factory of clients.
#include "client/reference_client.h"
#include "gcmock/error.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

ClientFactory make_client_factory(const ClientProfile& profile) {
  if (profile.driver == ClientProfile::Driver::built_in) return make_reference_client;
  throw Error("client profile " + profile.name + ": no such driver yet");
}

ClientProfile built_in_profile() {
  ClientProfile profile;
  profile.name = "reference";
  return profile;
}

}  // namespace gcmock
