// I-20: an authorization code is presented once.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return a_code_is_presented_once().check(journal.evidence());
}

TEST(AuthorizationCode, IsAViolationTheSecondTime) {
  JournalBuilder journal;
  journal.login("acme").refused(400, "invalid_grant").api("acme", 401).login("acme").refused(400, "invalid_grant");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 3));
  EXPECT_EQ(words_of(verdict), "acme/code-main was presented 2 times");
}

TEST(AuthorizationCode, IsAViolationTheSecondTimeThoughTheFirstWasPutOff) {
  JournalBuilder journal;
  journal.login("acme").refused(503, "").login("acme").granted("acme/refresh-1");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1, 2));
}

TEST(AuthorizationCode, MayBeSentOnceMoreWhereTheAnswerWasLost) {
  JournalBuilder journal;
  journal.login("acme").granted("acme/refresh-1").lost().login("acme").refused(400, "invalid_grant");
  EXPECT_TRUE(check(journal).violations.empty());

  journal.login("acme").refused(400, "invalid_grant");
  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1, 2, 3));
}

TEST(AuthorizationCode, IsAnotherInEachLogin) {
  JournalBuilder journal;
  journal.login("acme").granted("acme/refresh-1").login("other").granted("other/refresh-1");

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(AuthorizationCode, HasNothingToLookAtInARefresh) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
