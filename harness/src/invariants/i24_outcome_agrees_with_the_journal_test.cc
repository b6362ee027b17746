// I-24: what the client says came of a call is what came of it.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return outcome_agrees_with_the_journal().check(journal.evidence());
}

TEST(ToldOutcome, IsWrongWhereTheCallSucceededBehindARefresh) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1").api("acme", 200);
  journal.came_out(Outcome::ok, Outcome::needs_user);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(3));
  EXPECT_EQ(words_of(verdict),
            "the client said needs_user of step \"call acme\" although the API had answered 200 in #3");
}

TEST(ToldOutcome, IsWrongWhereOkIsSaidOfARefusal) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 403).came_out(Outcome::ok, Outcome::ok);

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1));
}

TEST(ToldOutcome, IsRightWhereItFollowsTheLastAnswer) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1").api("acme", 200);
  journal.came_out(Outcome::ok, Outcome::ok);
  journal.asked("acme").api("acme", 403).came_out(Outcome::needs_admin, Outcome::needs_admin);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(ToldOutcome, IsNotJudgedByAnAnswerThatTheClientNeverGot) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 200).lost().came_out(Outcome::ok, Outcome::retry_later);

  EXPECT_EQ(check(journal).looked_at, 0u);
}

TEST(ToldOutcome, IsNotJudgedByAnotherOrgsAnswer) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 403).api("other", 200).came_out(Outcome::needs_admin, Outcome::needs_admin);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ToldOutcome, IsNotJudgedWhereSeveralCallsHaveOneOutcome) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2).api("acme", 403).api("acme", 200);
  journal.came_out(Outcome::needs_admin, Outcome::needs_admin);

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
