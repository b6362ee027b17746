// The client under test that the command line names.
#include "cli/client_choice.h"

#include <ostream>
#include <string_view>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

constexpr std::string_view mutant_prefix = "mutant:";

std::vector<std::string> names_of_mutants() {
  std::vector<std::string> names;
  for (const Mutant& mutant : all_mutants()) names.emplace_back(mutant.name);
  return names;
}

}  // namespace

const Mutant* choose_mutant(const std::string& name, Terminal& terminal) {
  const Mutant* mutant = find_mutant(name);
  if (mutant != nullptr) return mutant;
  const auto meant = closest(name, names_of_mutants());
  terminal.err << "gcmock: no such mutant: " << name << (meant ? "; did you mean " + *meant + "?" : "")
               << "; gcmock mutants --list says which there are\n";
  return nullptr;
}

std::optional<ChosenClient> choose_client(const std::string& client, std::uint64_t seed, Terminal& terminal) {
  ClientProfile profile = built_in_profile();
  const Mutant* mutant = nullptr;
  if (client.starts_with(mutant_prefix)) {
    mutant = choose_mutant(client.substr(mutant_prefix.size()), terminal);
    if (mutant == nullptr) return std::nullopt;
    profile.name = client;
  } else if (!client.empty()) {
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
  return ChosenClient{mutant == nullptr ? make_client_factory(profile) : make_mutant_factory(*mutant), options};
}

}  // namespace gcmock
