#include "mutants/mutant.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

#include "gcmock/harness/invariants.h"

namespace gcmock {
namespace {

TEST(Mutants, AreAtLeastForty) {
  EXPECT_GE(all_mutants().size(), 40U);
}

TEST(Mutants, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Mutant& mutant : all_mutants()) EXPECT_TRUE(names.insert(mutant.name).second) << mutant.name;
}

TEST(Mutants, AreMeantForInvariantsThatThereAre) {
  for (const Mutant& mutant : all_mutants())
    EXPECT_NE(find_invariant(mutant.invariant), nullptr) << mutant.name << " is meant for " << mutant.invariant;
}

TEST(Mutants, ThereIsOneForEveryInvariant) {
  std::set<std::string_view> meant;
  for (const Mutant& mutant : all_mutants()) meant.insert(mutant.invariant);

  for (const Invariant& invariant : all_invariants()) EXPECT_TRUE(meant.contains(invariant.id)) << invariant.id;
}

TEST(FindMutant, KnowsNoOthers) {
  EXPECT_EQ(find_mutant("is_fine"), nullptr);
  ASSERT_NE(find_mutant("refreshes_on_403"), nullptr);
  EXPECT_EQ(find_mutant("refreshes_on_403")->invariant, "I-17");
}

}  // namespace
}  // namespace gcmock
