// I-12: a 401 is answered with one refresh, not with a loop of them.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return no_refresh_loop().check(journal.evidence());
}

TEST(RefreshLoop, IsASecondRefreshBehindA401ToTheRefreshedToken) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.api("acme", 401).refresh("acme/refresh-1").granted("acme/refresh-2");
  journal.api("acme", 401).refresh("acme/refresh-2").granted("acme/refresh-3");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(4, 6));
  EXPECT_EQ(words_of(verdict),
            "2 more refresh requests for org acme in step \"call acme\" although the API had answered 401 to a "
            "refreshed token in #3, within 32 ms");
}

TEST(RefreshLoop, IsToldOnceForEachOrg) {
  JournalBuilder journal;
  journal.asked("primary");
  for (const std::string org : {"primary", "secondary"}) {
    journal.api(org, 401).refresh(org + "/refresh-main").granted(org + "/refresh-1");
    journal.api(org, 401).refresh(org + "/refresh-1").granted(org + "/refresh-2");
  }

  EXPECT_EQ(check(journal).violations.size(), 2u);
}

TEST(RefreshLoop, IsNotOneRefreshAndOneMoreTry) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1").api("acme", 401);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(RefreshLoop, IsNotOneRefreshForEachOfTwoCalls) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1").api("acme", 401);
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-1").granted("acme/refresh-2").api("acme", 401);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshLoop, IsNotOneRefreshForEachOfTwoParallelCalls) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2).api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.api("acme", 401).refresh("acme/refresh-1").granted("acme/refresh-2");
  EXPECT_TRUE(check(journal).violations.empty());

  journal.api("acme", 401).refresh("acme/refresh-2").granted("acme/refresh-3");
  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(6));
}

TEST(RefreshLoop, IsNotASecondTryWhereTheFirstRefreshCameToNothing) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1").lost();
  journal.refresh("acme/refresh-main").refused(503, "");
  journal.refresh("acme/refresh-main").granted("acme/refresh-2").api("acme", 200);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshLoop, IsNotARefreshThatNo401AskedFor) {
  JournalBuilder journal;
  journal.asked("acme", Verb::refresh).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.refresh("acme/refresh-1").granted("acme/refresh-2");

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshLoop, IsNotAnotherRefreshWithoutAnother401) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1").api("acme", 200);
  journal.refresh("acme/refresh-1").granted("acme/refresh-2");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshLoop, GoesOnInTheBackgroundOfTheStepThatBeganIt) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.steps().back().last_exchange = 2;
  journal.api("acme", 401).refresh("acme/refresh-1").granted("acme/refresh-2");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(4));
}

}  // namespace
}  // namespace gcmock
