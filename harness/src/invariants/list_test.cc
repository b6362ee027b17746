// The list of invariants.
#include "invariants/list.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace gcmock {
namespace {

TEST(Invariants, AreListedInTheOrderOfTheirNumbers) {
  std::vector<std::string> ids;
  for (const Invariant& invariant : all_invariants()) ids.emplace_back(invariant.id);

  std::vector<std::string> numbers;
  for (int number = 1; number <= 40; ++number) numbers.push_back("I-" + std::to_string(number));
  EXPECT_EQ(ids, numbers);
}

TEST(Invariants, SayWhatTheyAreAboutAndWhereItStands) {
  for (const Invariant& invariant : all_invariants()) {
    EXPECT_FALSE(invariant.title.empty()) << invariant.id;
    EXPECT_FALSE(invariant.clause.empty()) << invariant.id;
    EXPECT_NE(invariant.check, nullptr) << invariant.id;
  }
}

TEST(Invariants, StandOnTheirPageWordForWord) {
  std::ifstream in(GCMOCK_SOURCE_DIR "/docs/invariants.md");
  const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};

  for (const Invariant& invariant : all_invariants()) {
    std::ostringstream row;
    row << "| " << invariant.id << " | " << invariant.title << " | " << invariant.clause << " | "
        << (invariant.severity == Severity::error ? "error" : "warning") << " |";
    EXPECT_THAT(page, testing::HasSubstr(row.str()));
  }
}

TEST(Invariants, AreFoundByTheirId) {
  EXPECT_EQ(find_invariant("I-18")->title, stops_on_dead_grant().title);
  EXPECT_EQ(find_invariant("I-0"), nullptr);
}

TEST(Invariants, HaveNothingToLookAtInAnEmptyJournal) {
  const std::vector<Exchange> journal;
  const std::vector<StepResult> steps;

  for (const Invariant& invariant : all_invariants()) {
    const InvariantVerdict verdict = invariant.check({journal, steps});
    EXPECT_EQ(verdict.looked_at, 0u) << invariant.id;
    EXPECT_TRUE(verdict.violations.empty()) << invariant.id;
  }
}

}  // namespace
}  // namespace gcmock
