// The client under test that the command line names.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.h"
#include "gcmock/harness/run.h"
#include "mutants/mutant.h"

namespace gcmock {

struct ChosenClient {
  ClientFactory factory;
  RunOptions options;  ///< with the profile's name, time limit and grace
};

/// `client` empty: the built-in one; "mutant:NAME": one with that bug. Empty where the profile has mistakes, or there
/// is no such mutant: that was printed.
std::optional<ChosenClient> choose_client(const std::string& client, std::uint64_t seed, Terminal& terminal);

/// Null where there is none of that name: that was said.
const Mutant* choose_mutant(const std::string& name, Terminal& terminal);

}  // namespace gcmock
