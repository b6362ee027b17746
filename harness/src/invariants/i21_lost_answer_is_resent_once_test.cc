// I-21: a refresh whose answer was lost is sent once more at most.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return lost_answer_is_resent_once().check(journal.evidence());
}

void lose(JournalBuilder& journal, int times) {
  for (int i = 0; i < times; ++i) journal.refresh("acme/refresh-main").granted("acme/refresh-1").lost();
}

TEST(LostAnswer, IsAskedForOverAndOver) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401);
  lose(journal, 4);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(4, 5));
  EXPECT_EQ(words_of(verdict),
            "acme/refresh-main was presented 3 more times behind lost answers in step \"call acme\", 1 at most, the "
            "first lost in #2");
}

TEST(LostAnswer, IsLostAlsoWhereTheClientWasGone) {
  JournalBuilder journal;
  for (int i = 0; i < 3; ++i) {
    journal.refresh("acme/refresh-main").granted("acme/refresh-1");
    journal.last().delivery.state = DeliveryState::failed;
  }

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(3));
}

TEST(LostAnswer, MayBeAskedForOnceMore) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401);
  lose(journal, 2);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(LostAnswer, MayBeAskedForOnceMoreByEachParallelCall) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2);
  lose(journal, 3);
  EXPECT_TRUE(check(journal).violations.empty());

  lose(journal, 1);
  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(4));
}

TEST(LostAnswer, IsAnotherStoryWhenTheCallerAsksAnew) {
  JournalBuilder journal;
  for (int i = 0; i < 3; ++i) {
    journal.asked("acme");
    lose(journal, 2);
  }

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(LostAnswer, IsNotOneThatSaysToTryLater) {
  JournalBuilder journal;
  journal.asked("acme");
  lose(journal, 1);
  for (int i = 0; i < 3; ++i) journal.refresh("acme/refresh-main").refused(503, "");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(LostAnswer, IsNotThatOfAnotherToken) {
  JournalBuilder journal;
  journal.asked("primary");
  for (const std::string org : {"primary", "secondary", "tertiary"}) {
    journal.refresh(org + "/refresh-main").granted(org + "/refresh-1").lost();
  }

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(LostAnswer, IsNotThere) {
  JournalBuilder journal;
  for (int i = 0; i < 3; ++i) journal.refresh("acme/refresh-main").refused(503, "");

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
