// The client under test that the command line names.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.h"
#include "gcmock/harness/run.h"

namespace gcmock {

struct ChosenClient {
  ClientFactory factory;
  RunOptions options;  ///< with the profile's name, time limit and grace
};

/// `client` empty: the built-in one. Empty where the profile has mistakes: they were printed.
std::optional<ChosenClient> choose_client(const std::string& client, std::uint64_t seed, Terminal& terminal);

}  // namespace gcmock
