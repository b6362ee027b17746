// I-36: tokens of several orgs that end together are not renewed all at once.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

InvariantVerdict check(const JournalBuilder& journal) {
  return refreshes_are_spread().check(journal.evidence());
}

JournalBuilder& renewed(JournalBuilder& journal, const std::vector<std::string>& orgs, milliseconds apart = {}) {
  for (const std::string& org : orgs) {
    journal.wait(apart).refresh(org + "/refresh-main").granted(org + "/refresh-1");
  }
  return journal;
}

TEST(RenewalUnasked, IsAViolationOfManyOrgsAtOnce) {
  JournalBuilder journal;
  renewed(journal.clock_moved(seconds{2}), {"a", "b", "c", "d"});

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2, 3, 4));
  EXPECT_EQ(words_of(verdict), "tokens of 4 orgs were renewed within 33 ms, though nobody had called them");
  EXPECT_EQ(verdict.looked_at, 4u);
}

TEST(RenewalUnasked, IsFineWhereItIsSpread) {
  JournalBuilder in_real_time;
  renewed(in_real_time.clock_moved(seconds{2}), {"a", "b", "c", "d"}, milliseconds{60});
  EXPECT_TRUE(check(in_real_time).violations.empty());

  JournalBuilder over_steps;
  for (const std::string org : {"a", "b", "c", "d"}) {
    renewed(over_steps.wait(milliseconds{60}).clock_moved(seconds{1}), {org});
  }
  EXPECT_TRUE(check(over_steps).violations.empty());
  EXPECT_EQ(check(over_steps).looked_at, 4u);
}

TEST(RenewalUnasked, IsFineOfTwoOrgsOrOfOneAgainAndAgain) {
  JournalBuilder journal;
  renewed(journal.clock_moved(seconds{2}), {"a", "b", "a", "b", "a"});

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RenewalUnasked, IsNotJudgedBehindAJumpOfTheClock) {
  JournalBuilder journal;
  renewed(journal.clock_moved(seconds{3}), {"a", "b", "c"});
  EXPECT_EQ(check(journal).looked_at, 0u);

  JournalBuilder by_a_rule;
  by_a_rule.api("z", 200);
  by_a_rule.last().changes = {{"", "domain time went on by 7200000 ms"}};
  renewed(by_a_rule, {"a", "b", "c"});
  EXPECT_EQ(check(by_a_rule).looked_at, 0u);
}

TEST(RenewalUnasked, IsNoneWhereTheOrgWasCalledOrHadMet401) {
  JournalBuilder journal;
  for (const std::string org : {"a", "b", "c"}) renewed(journal.asked(org), {org});
  EXPECT_EQ(check(journal).looked_at, 0u);

  JournalBuilder behind_401;
  for (const std::string org : {"a", "b", "c"}) behind_401.asked(org).api(org, 401);
  renewed(behind_401.clock_moved(seconds{1}), {"a", "b", "c"});
  EXPECT_EQ(check(behind_401).looked_at, 0u);
}

TEST(RenewalUnasked, IsNoneInAClientThatMakesAllCallsInOneRun) {
  JournalBuilder journal;
  renewed(journal.asked("a", Verb::call, 3), {"a", "b", "c"});

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
