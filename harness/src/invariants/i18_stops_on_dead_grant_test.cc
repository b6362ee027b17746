// I-18: the client stops on a permanent refusal of its refresh token.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

InvariantVerdict check(const JournalBuilder& journal) {
  return stops_on_dead_grant().check(journal.evidence());
}

TEST(DeadRefreshToken, IsPresentedAgainAndAgain) {
  JournalBuilder journal;
  journal.asked("secondary").api("secondary", 401);
  for (int i = 0; i < 3; ++i) journal.refresh("secondary/refresh-main").refused(400, "invalid_grant").wait(1s);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(3, 4));
  EXPECT_EQ(words_of(verdict),
            "saw 2 token requests for org secondary with secondary/refresh-main after the refusal in #2, within 2.0 s");
}

TEST(DeadRefreshToken, IsPresentedAgainByTheNextCall) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").refused(400, "invalid_grant");
  journal.asked("acme").refresh("acme/refresh-main").refused(400, "invalid_grant");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

TEST(DeadRefreshToken, IsDeadForEachReasonThatTheReportsAnswerHides) {
  for (const auto reason : {RefusalReason::refresh_token_unknown, RefusalReason::refresh_token_expired,
                            RefusalReason::refresh_token_revoked, RefusalReason::refresh_token_spent}) {
    JournalBuilder journal;
    journal.refresh("acme/refresh-main").refused(reason).refresh("acme/refresh-main").refused(reason);

    EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2)) << reason;
  }
}

TEST(DeadRefreshToken, CountsAlsoWhereAScriptToldTheClientSo) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant");
  journal.last().rule = RuleSpoke{0, Stage::instead_of_ruling, "respond", ""};
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

TEST(DeadRefreshToken, IsLeftAloneByAClientThatStops) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").refused(400, "invalid_grant");
  journal.asked("acme").api("acme", 401);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(DeadRefreshToken, IsReplacedByANewOne) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant");
  journal.login("acme").granted("acme/refresh-1").refresh("acme/refresh-1").granted("acme/refresh-2");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(DeadRefreshToken, IsNotDeadWhereTheRefusalNeverArrived) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant").lost();
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(DeadRefreshToken, IsNotDeadWhereTheServerIsInTrouble) {
  for (const int status : {429, 503}) {
    JournalBuilder journal;
    journal.refresh("acme/refresh-main").refused(status, "").refresh("acme/refresh-main").granted("acme/refresh-1");

    EXPECT_EQ(check(journal).looked_at, 0u);
    EXPECT_TRUE(check(journal).violations.empty());
  }
}

TEST(DeadRefreshToken, IsNotDeadWhereTheClientIsRefused) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").refused(400, "invalid_client");
  journal.refresh("acme/refresh-main").refused(RefusalReason::client_disabled);

  EXPECT_EQ(check(journal).looked_at, 0u);
}

TEST(DeadRefreshToken, MayBeUnderWayInAParallelCall) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2).refresh("acme/refresh-main").refused(400, "invalid_grant");
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant").at_once();
  EXPECT_TRUE(check(journal).violations.empty());

  journal.on_another_connection(2ms);
  EXPECT_TRUE(check(journal).violations.empty());
  journal.on_another_connection(30ms);
  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

}  // namespace
}  // namespace gcmock
