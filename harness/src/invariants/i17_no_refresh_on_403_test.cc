// I-17: a 403 of the API is not answered with a refresh.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return no_refresh_on_403().check(journal.evidence());
}

TEST(RefreshOn403, IsAViolation) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 403).refresh("acme/refresh-main").granted("acme/refresh-1");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict),
            "a refresh for org acme followed the 403 of the API in #1, with no 401 between, within 10 ms");
}

TEST(RefreshOn403, IsAViolationAlsoBehindARefreshThatWasDue) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.api("acme", 403).refresh("acme/refresh-1").granted("acme/refresh-2");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(4));
}

TEST(RefreshOn403, IsDueToA401Between) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 403).api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(RefreshOn403, IsDueToThe401OfAnotherCallUnderWay) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2).api("acme", 401).api("acme", 403);
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshOn403, IsDueToTheRefreshBeforeItThatCameToNothing) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2).api("acme", 401).refresh("acme/refresh-main").refused(503, "");
  journal.api("acme", 403).refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshOn403, IsOfNoConcernToAnotherOrg) {
  JournalBuilder journal;
  journal.asked("primary").api("primary", 403).refresh("secondary/refresh-main").granted("secondary/refresh-1");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshOn403, IsOfNoConcernToTheNextCall) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 403);
  journal.asked("acme").refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshOn403, IsNotJudgedWhereTheClientWasToldToRefresh) {
  JournalBuilder journal;
  journal.asked("acme", Verb::refresh).api("acme", 403).refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

TEST(RefreshOn403, IsNotARefreshThatWasSentBeforeThe403WasThere) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2)
      .api("acme", 403)
      .refresh("acme/refresh-main")
      .granted("acme/refresh-1")
      .at_once();

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshOn403, IsNotMeantOfThe403OfTheTokenEndpoint) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").refused(RefusalReason::client_not_registered_in_org);
  journal.refresh("acme/refresh-main").refused(RefusalReason::client_not_registered_in_org);

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
