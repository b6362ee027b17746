// I-16: 429 and 5xx are no reason to refresh or to log in.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

InvariantVerdict check(const JournalBuilder& journal) {
  return trouble_is_no_refusal().check(journal.evidence());
}

TEST(Trouble, OfTheApiIsAnsweredWithARefresh) {
  for (const int status : {429, 500, 503}) {
    JournalBuilder journal;
    journal.asked("acme").api("acme", status).refresh("acme/refresh-main").granted("acme/refresh-1");

    const auto verdict = check(journal);

    EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
    EXPECT_EQ(words_of(verdict), "a refresh for org acme followed the " + std::to_string(status) +
                                     " in #1, with no refusal between, within 10 ms");
  }
}

TEST(Trouble, OfTheApiIsAnsweredWithALogin) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 503).login("acme").granted("acme/refresh-1");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

TEST(Trouble, OfTheTokenEndpointIsAnsweredWithALogin) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").refused(503, "");
  journal.login("acme").granted("acme/refresh-1");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(3));
}

TEST(Trouble, BehindARefreshIsAnsweredWithAnother) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.api("acme", 503).refresh("acme/refresh-1").granted("acme/refresh-2");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(4));
}

TEST(Trouble, IsWaitedOut) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 503).api("acme", 200);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(Trouble, OfTheTokenEndpointMayBeAnsweredWithTheSameGrant) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").refused(503, "");
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_TRUE(check(journal).violations.empty());
  EXPECT_EQ(check(journal).looked_at, 1u);
}

TEST(Trouble, IsNotWhatCausesARefreshBehindA401) {
  JournalBuilder before;
  before.asked("acme").api("acme", 401).api("acme", 503).refresh("acme/refresh-main").granted("acme/refresh-1");
  EXPECT_TRUE(check(before).violations.empty());

  JournalBuilder behind;
  behind.asked("acme").api("acme", 503).api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  EXPECT_TRUE(check(behind).violations.empty());
}

TEST(Trouble, IsNotWhatCausesARefreshOfAnotherParallelCall) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 3).api("acme", 401).api("acme", 401);
  journal.refresh("acme/refresh-main").granted("acme/refresh-1").api("acme", 503);
  journal.refresh("acme/refresh-1").granted("acme/refresh-2");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Trouble, IsNotWhatCausesARefreshOfATokenThatExpiredMeanwhile) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 503).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().at = Instant{} + 24h;

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Trouble, MayBeFollowedByALoginWhereTheGrantIsDeadAsWell) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").refused(503, "");
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant").login("acme").granted("acme/refresh-1");
  journal.api("acme", 200);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Trouble, IsNotFollowedByWhatTheClientWasToldToDo) {
  for (const Verb verb : {Verb::refresh, Verb::login}) {
    JournalBuilder journal;
    journal.asked("acme", verb).api("acme", 503).refresh("acme/refresh-main").granted("acme/refresh-1");

    EXPECT_TRUE(check(journal).violations.empty());
  }
}

TEST(Trouble, IsNotThatOfAnotherOrgOrALostAnswer) {
  JournalBuilder journal;
  journal.asked("primary").api("primary", 503).refresh("secondary/refresh-main").granted("secondary/refresh-1");
  EXPECT_TRUE(check(journal).violations.empty());

  JournalBuilder lost;
  lost.asked("acme").api("acme", 503).lost().refresh("acme/refresh-main").granted("acme/refresh-1");
  EXPECT_EQ(check(lost).looked_at, 0u);
  EXPECT_TRUE(check(lost).violations.empty());
}

}  // namespace
}  // namespace gcmock
