// Clients with one bug each, made from the reference client by one switch: the proof that the suite can fail.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "client/conduct.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

struct Mutant {
  std::string_view name;       ///< "refreshes_on_403"
  std::string_view bug;        ///< "refreshes when the API answers 403"
  std::string_view invariant;  ///< "I-17": the one that is there for it, and must see it
  std::function<void(Conduct&)> mutate;
};

/// In the order of their invariants' numbers.
std::span<const Mutant> all_mutants();

/// Null for a name that is none.
const Mutant* find_mutant(std::string_view name);

ClientFactory make_mutant_factory(const Mutant& mutant);

}  // namespace gcmock
