#include "client/program_of_client.h"

#include <algorithm>

namespace gcmock {

// The mock is on loopback, where no proxy of the developer's machine can reach it. The profile's variables win: whoever
// writes a profile may want to set even one of the contract's.
Program program_of(const ClientProfile& profile, const ClientEnvironment& environment) {
  Program program{profile.command, profile.working_directory, environment.variables()};
  for (const char* name : {"NO_PROXY", "no_proxy"})
    program.variables.emplace_back(name, "127.0.0.1,localhost,.localhost,::1");
  std::erase_if(program.variables, [&](const auto& variable) { return profile.environment.contains(variable.first); });
  program.variables.insert(program.variables.end(), profile.environment.begin(), profile.environment.end());
  return program;
}

std::string wording_of(const Ended& ended) {
  return ended.exit_code ? "exit code " + std::to_string(*ended.exit_code) : "a signal";
}

}  // namespace gcmock
