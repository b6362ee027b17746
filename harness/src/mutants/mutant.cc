#include "mutants/mutant.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "client/reference_client.h"
#include "mutants/mutants_by_bug.h"

namespace gcmock {
namespace {

int number_of(std::string_view invariant) {
  int number = 0;
  const std::string_view digits = invariant.substr(2);  // "I-17"
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::vector<Mutant> in_the_order_of_invariants() {
  std::vector<Mutant> all;
  for (const auto& some : {mutants_in_token_requests(), mutants_in_api_requests(), mutants_in_logins(),
                           mutants_in_keeping(), mutants_in_retrying()})
    all.insert(all.end(), some.begin(), some.end());
  std::ranges::stable_sort(all, {}, [](const Mutant& mutant) { return number_of(mutant.invariant); });
  return all;
}

}  // namespace

std::span<const Mutant> all_mutants() {
  static const std::vector<Mutant> mutants = in_the_order_of_invariants();
  return mutants;
}

const Mutant* find_mutant(std::string_view name) {
  const auto found = std::ranges::find(all_mutants(), name, &Mutant::name);
  return found == all_mutants().end() ? nullptr : &*found;
}

ClientFactory make_mutant_factory(const Mutant& mutant) {
  return [mutate = mutant.mutate] {
    Conduct conduct;
    mutate(conduct);
    return make_reference_client(std::move(conduct));
  };
}

}  // namespace gcmock
