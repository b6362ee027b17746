// I-8: the refresh token is kept where a refresh returns none.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return refresh_token_is_kept().check(journal.evidence());
}

TEST(KeptRefreshToken, IsMissedInTheNextRefresh) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted_without_refresh_token();
  journal.asked("acme").api("acme", 401).refresh("").refused(400, "invalid_request");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(4));
  EXPECT_EQ(words_of(verdict),
            "the next refresh presented no refresh token instead of acme/refresh-main, which #2 had left in force");
}

TEST(KeptRefreshToken, IsReplacedBySomethingThatIsNone) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").granted_without_refresh_token();
  journal.asked("acme").refresh("unknown-1f2e3d4c").refused(400, "invalid_grant").of_no_known_org();

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

TEST(KeptRefreshToken, IsMissedWhereNoRefreshFollowsALater401) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted_without_refresh_token().api("acme", 200);
  journal.asked("acme").api("acme", 401);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(4));
  EXPECT_EQ(words_of(verdict), "no refresh followed the 401 in #4, although #2 had left acme/refresh-main in force");
}

TEST(KeptRefreshToken, IsNotMissedInTheCallWhoseRefreshDidNotHelp) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted_without_refresh_token().api("acme", 401);
  journal.asked("other").api("other", 401);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(KeptRefreshToken, IsPresentedAgain) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").granted_without_refresh_token();
  journal.asked("acme").refresh("acme/refresh-main").granted_without_refresh_token();

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(KeptRefreshToken, IsReplacedByALogin) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").granted_without_refresh_token();
  journal.login("acme").granted("acme/refresh-1").refresh("acme/refresh-1").granted("acme/refresh-2");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(KeptRefreshToken, IsNotReplacedByALoginOfAnotherOrg) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").granted_without_refresh_token();
  journal.asked("other").login("other").granted("other/refresh-1");
  journal.asked("acme").refresh("other/refresh-1").refused(400, "invalid_grant");
  journal.last().subject.org = OrgName{"acme"};

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(3));
}

TEST(KeptRefreshToken, IsOfNoConcernToARefreshOfAnotherOrg) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").granted_without_refresh_token();
  journal.asked("other").refresh("other/refresh-main").granted("other/refresh-1");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(KeptRefreshToken, IsOfNoConcernWhereTheReplyWasLost) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").granted_without_refresh_token().lost();
  journal.refresh("").refused(400, "invalid_request");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

TEST(KeptRefreshToken, HasNothingToLookAtWhereEachReplyHasOne) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
