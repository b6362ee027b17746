// I-13: attempts at one operation are bounded.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return attempts_are_bounded().check(journal.evidence());
}

void refresh_often(JournalBuilder& journal, int times) {
  for (int i = 0; i < times; ++i) journal.refresh("acme/refresh-main").refused(503, "");
}

TEST(BoundedAttempts, AreExceededByTheSixthOfOneCall) {
  JournalBuilder journal;
  journal.asked("acme");
  refresh_often(journal, 7);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(6, 7));
  EXPECT_EQ(words_of(verdict), "7 token requests for org acme in step \"call acme\", 5 at most, within 66 ms");
}

TEST(BoundedAttempts, AreFiveForOneCall) {
  JournalBuilder journal;
  journal.asked("acme");
  refresh_often(journal, 5);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(BoundedAttempts, AreCountedAnewForEachCall) {
  JournalBuilder journal;
  journal.asked("acme");
  refresh_often(journal, 4);
  journal.asked("acme");
  refresh_often(journal, 4);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(BoundedAttempts, GrowWithTheCallsMadeAtOnce) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 8);
  for (int i = 0; i < 16; ++i) journal.api("acme", i < 8 ? 401 : 200);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(BoundedAttempts, AreCountedForEachOrgAndOperation) {
  JournalBuilder journal;
  journal.asked("acme");
  refresh_often(journal, 4);
  for (int i = 0; i < 4; ++i) journal.api("acme", 503).api("other", 503);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 3u);
}

TEST(BoundedAttempts, CountWhatComesInTheBackground) {
  JournalBuilder journal;
  journal.asked("acme");
  refresh_often(journal, 1);
  journal.steps().back().last_exchange = 1;
  refresh_often(journal, 5);

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(6));
}

TEST(BoundedAttempts, OfAClientThatRunsOnceGrowWithAllItsCalls) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2);
  refresh_often(journal, 10);
  journal.asked("acme", Verb::call, 0);

  EXPECT_TRUE(check(journal).violations.empty());
  refresh_often(journal, 1);
  journal.steps().back().first_exchange = 0;
  EXPECT_EQ(words_of(check(journal)), "11 token requests for org acme in the run, 10 at most, within 111 ms");
}

TEST(BoundedAttempts, AreOnlyAWarningAsNoStandardNamesABound) {
  EXPECT_EQ(attempts_are_bounded().severity, Severity::warning);
}

}  // namespace
}  // namespace gcmock
