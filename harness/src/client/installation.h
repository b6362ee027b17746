// Whether a client is installed: what its profile requires, held against this machine.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "gcmock/harness/client_under_test.h"

namespace gcmock {

/// What of `profile.needs` is not there, and what to do: "run \"npm ci\" in clients/x (node_modules is missing)".
/// Empty: all is there.
std::optional<std::string> what_is_missing(const ClientProfile& profile);

/// Stands for a client that is not installed: does not start, and says `why`.
std::unique_ptr<ClientUnderTest> make_missing_client(const std::string& why);

}  // namespace gcmock
