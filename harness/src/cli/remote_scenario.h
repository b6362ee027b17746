// A scenario that is performed at a gcmock elsewhere, through its admin API.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/diagnostic.h"
#include "gcmock/harness/result.h"

namespace gcmock {

/// Where the admin API is, and what opens it.
struct AdminAccess {
  std::string address;  ///< "http://gcmock:8404"
  std::string token;    ///< empty: it asks for none
};

/// A call that somebody shall have the client make.
struct CallToMake {
  std::string what;  ///< "call primary"
  /// GCMOCK_VERB, GCMOCK_ORG, GCMOCK_METHOD, GCMOCK_PATH, GCMOCK_PARALLEL, GCMOCK_BODY, and GENESYS_… of the run.
  std::vector<std::pair<std::string, std::string>> variables;
};
struct CallMade {
  std::optional<Outcome> outcome;  ///< empty: nobody knows, and it is not judged
  std::string detail;
};
using MakeCall = std::function<CallMade(const CallToMake& call)>;

/// Sends the scenario and its world, has each call made, and takes the verdict. The run is ended whatever happens.
/// Throws Error where the API cannot be reached or does not do as it is asked.
ScenarioResult verify_elsewhere(const std::string& scenario_file, const AdminAccess& admin, std::uint64_t seed,
                                const MakeCall& make_call);

}  // namespace gcmock
