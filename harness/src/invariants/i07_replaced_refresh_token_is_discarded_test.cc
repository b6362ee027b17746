// I-7: a replaced refresh token is not presented again.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

InvariantVerdict check(const JournalBuilder& journal) {
  return replaced_refresh_token_is_discarded().check(journal.evidence());
}

TEST(ReplacedRefreshToken, IsPresentedAgainByAClientThatForgetsTheNewOne) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").refused(400, "invalid_grant");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(4));
  EXPECT_EQ(words_of(verdict),
            "acme/refresh-main was presented in 1 request although #2 had brought acme/refresh-1, within 22 ms");
}

TEST(ReplacedRefreshToken, IsAViolationAlsoWhereAGraceWindowStillGrantsIt) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.refresh("acme/refresh-main").granted("acme/refresh-2");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

TEST(ReplacedRefreshToken, IsLeftAloneByAClientThatUsesTheNewestEachTime) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.refresh("acme/refresh-1").granted("acme/refresh-2");

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(ReplacedRefreshToken, IsNotReplacedWhereTheAnswerWasLost) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1").lost();
  journal.refresh("acme/refresh-main").granted("acme/refresh-2");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ReplacedRefreshToken, IsNotReplacedWhereTheAnswerDidNotSayTheNewOne) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().answer_has_refresh_token = false;
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ReplacedRefreshToken, IsNotReplacedByItself) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-main");
  journal.refresh("acme/refresh-main").granted("acme/refresh-main");

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ReplacedRefreshToken, MayBeUnderWayWhenTheNewOneArrives) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant").at_once();

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ReplacedRefreshToken, MayLeaveAParallelCallAMomentAfterTheNewOneArrived) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant").on_another_connection(2ms);
  EXPECT_TRUE(check(journal).violations.empty());

  journal.on_another_connection(50ms);
  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

TEST(ReplacedRefreshToken, IsNotTheTokenOfAnotherOrg) {
  JournalBuilder journal;
  journal.refresh("primary/refresh-main").granted("primary/refresh-1");
  journal.refresh("secondary/refresh-main").granted("secondary/refresh-1");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ReplacedRefreshToken, HasNothingToLookAtWhereNoRefreshWasGranted) {
  JournalBuilder journal;
  journal.api("acme", 401).refresh("acme/refresh-main").refused(400, "invalid_grant");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
