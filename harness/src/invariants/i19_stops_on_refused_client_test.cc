// I-19: the client stops where its configuration is refused, and only there.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using enum RefusalReason;

InvariantVerdict check(const JournalBuilder& journal) {
  return stops_on_refused_client().check(journal.evidence());
}

JournalBuilder refused_times(int times) {
  JournalBuilder journal;
  for (int i = 0; i < times; ++i) {
    journal.asked("secondary").refresh("secondary/refresh-main").refused(client_not_registered_in_org);
  }
  return journal;
}

TEST(RefusedClient, AsksOnAndOn) {
  auto journal = refused_times(4);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2, 3, 4));
  EXPECT_EQ(words_of(verdict), "saw 3 token requests for org secondary after the refusal in #1, within 35 ms");
}

TEST(RefusedClient, IsForgivenOneMoreTry) {
  EXPECT_TRUE(check(refused_times(2)).violations.empty());
  EXPECT_THAT(only_violation(check(refused_times(3))), testing::ElementsAre(2, 3));
}

TEST(RefusedClient, IsRefusedByEachReasonThatTheReportsAnswerHides) {
  for (const auto reason : {client_unknown, client_inactive, client_disabled, client_secret_wrong,
                            grant_type_not_authorized, scope_not_granted_in_org, role_missing_in_org}) {
    JournalBuilder journal;
    for (int i = 0; i < 3; ++i) journal.refresh("acme/refresh-main").refused(reason);

    EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2, 3)) << reason;
  }
}

TEST(RefusedClient, IsRefusedByEachErrorCodeThatIsAboutConfiguration) {
  for (const auto* code : {"invalid_client", "unauthorized_client", "invalid_scope"}) {
    JournalBuilder journal;
    for (int i = 0; i < 3; ++i) journal.refresh("acme/refresh-main").refused(400, code);

    EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2, 3)) << code;
  }
}

TEST(RefusedClient, AsksOnWithAnotherGrant) {
  auto journal = refused_times(1);
  for (int i = 0; i < 2; ++i) journal.login("secondary").refused(client_not_registered_in_org);

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2, 3));
}

TEST(RefusedClient, IsAnotherStoryOnceItWasGrantedAgain) {
  auto journal = refused_times(2);
  journal.refresh("secondary/refresh-main").granted("secondary/refresh-1");
  journal.refresh("secondary/refresh-1").refused(client_disabled);
  journal.refresh("secondary/refresh-1").refused(client_disabled);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(RefusedClient, IsNotAskingOnWhereItGoesOnWithAnotherOrgOrClient) {
  auto journal = refused_times(1);
  journal.refresh("primary/refresh-main").granted("primary/refresh-1");
  journal.refresh("tertiary/refresh-main").refused(503, "").refresh("tertiary/refresh-main").refused(503, "");
  for (int i = 0; i < 2; ++i) journal.refresh("secondary/refresh-other").refused(503, "").by_client("other");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefusedClient, IsNotRefusedWhereTheServerIsInTroubleOrTheAnswerWasLost) {
  JournalBuilder journal;
  for (int i = 0; i < 3; ++i) journal.refresh("acme/refresh-main").refused(503, "");
  for (int i = 0; i < 3; ++i) journal.refresh("other/refresh-main").refused(400, "invalid_client").lost();

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 0u);
}

TEST(RefusedClient, MayHaveParallelRequestsUnderWay) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 3).refresh("acme/refresh-main").refused(client_disabled);
  journal.refresh("acme/refresh-main").refused(client_disabled).at_once();
  journal.refresh("acme/refresh-main").refused(client_disabled).at_once();

  EXPECT_TRUE(check(journal).violations.empty());
}

// Secondary was refused; then primary is asked, and this comes out.
JournalBuilder primary_came_out(Outcome outcome) {
  auto journal = refused_times(1);
  journal.wait(5ms).asked("primary").came_out(Outcome::ok, outcome);
  return journal;
}

TEST(RefusedClient, GivesUpItsOtherOrgsUntried) {
  const auto verdict = check(primary_came_out(Outcome::needs_admin));

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(
      words_of(verdict),
      "the client sent nothing for org primary in step \"call primary\" after org secondary had been refused in #1");
}

TEST(RefusedClient, GoesOnWithItsOtherOrgs) {
  auto came_out_badly = primary_came_out(Outcome::failed);
  came_out_badly.api("primary", 500);

  EXPECT_TRUE(check(came_out_badly).violations.empty());
  EXPECT_TRUE(check(primary_came_out(Outcome::ok)).violations.empty());
}

TEST(RefusedClient, MayLeaveAnOrgUntriedThatWasRefusedAsWell) {
  JournalBuilder journal;
  journal.asked("primary").refresh("primary/refresh-main").refused(client_disabled);
  journal.asked("secondary").refresh("secondary/refresh-main").refused(client_disabled);
  journal.asked("primary").came_out(Outcome::ok, Outcome::needs_admin);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefusedClient, MayLeaveAnOrgUntriedWhereThatIsRight) {
  auto journal = refused_times(1);
  journal.asked("primary").came_out(Outcome::needs_admin, Outcome::needs_admin);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefusedClient, IsNotBlamedForOrgsThatItAskedEarlierInTheSameRun) {
  auto journal = primary_came_out(Outcome::needs_admin);
  journal.steps().back().calls = 0;

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefusedClient, HasNothingToLookAtWhereNoClientWasRefused) {
  JournalBuilder journal;
  journal.api("acme", 401).refresh("acme/refresh-main").refused(400, "invalid_grant");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
