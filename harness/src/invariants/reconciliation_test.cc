// What a client said of its tokens and calls, held against the journal.
#include "invariants/reconciliation.h"

#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

InvariantVerdict check(const JournalBuilder& journal) {
  return outcome_agrees_with_the_journal().check(journal.evidence());
}

JournalBuilder& granted_refresh(JournalBuilder& journal) {
  return journal.refresh("acme/refresh-main").granted("acme/refresh-1").told_tokens("acme/access-1");
}

TEST(ToldError, IsWrongBehindARefreshThatWentThrough) {
  JournalBuilder call;
  granted_refresh(call.asked("acme").api("acme", 401)).came_out(Outcome::ok, Outcome::failed);

  EXPECT_THAT(only_violation(check(call)), ElementsAre(2));
  EXPECT_EQ(words_of(check(call)),
            "the client said failed of step \"call acme\" although its refresh was granted in #2 and nothing failed "
            "behind that");

  JournalBuilder refresh;
  granted_refresh(refresh.asked("acme", Verb::refresh)).came_out(Outcome::ok, Outcome::retry_later);
  EXPECT_THAT(only_violation(check(refresh)), ElementsAre(1));
}

TEST(ToldError, IsWrongBeforeARefreshThatGoesThroughBehindTheReply) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).came_out(Outcome::ok, Outcome::failed);
  granted_refresh(journal);

  EXPECT_THAT(only_violation(check(journal)), ElementsAre(2));
}

TEST(ToldError, IsRightWhereSomethingFailedBehindTheRefresh) {
  JournalBuilder journal;
  granted_refresh(journal.asked("acme").api("acme", 401)).api("acme", 403).came_out(Outcome::ok, Outcome::needs_admin);

  EXPECT_THAT(check(journal).violations, IsEmpty());
}

TEST(ToldError, MayBeLaterOfAClientThatWasAskedToWaitOrRenewsBehindItsReply) {
  JournalBuilder put_off;
  granted_refresh(put_off.api("acme", 429).asked("acme")).came_out(Outcome::ok, Outcome::retry_later);
  EXPECT_THAT(check(put_off).violations, IsEmpty());

  JournalBuilder behind;
  behind.asked("acme").api("acme", 401).came_out(Outcome::ok, Outcome::retry_later);
  granted_refresh(behind);
  EXPECT_THAT(check(behind).violations, IsEmpty());
}

TEST(ToldError, MayBeAboutAnAnswerThatARuleMade) {
  JournalBuilder journal;
  granted_refresh(journal.asked("acme", Verb::refresh)).came_out(Outcome::ok, Outcome::failed);
  journal.last().rule = RuleSpoke{};

  EXPECT_THAT(check(journal).violations, IsEmpty());
}

TEST(ToldError, MayBeAboutAConnectionThatARuleSpoilt) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401);
  journal.last().rule = RuleSpoke{0, Stage::after_settling, "next 1 connection: expired", ""};
  granted_refresh(journal).came_out(Outcome::ok, Outcome::failed);

  EXPECT_THAT(check(journal).violations, IsEmpty());
}

TEST(ToldSuccess, IsWrongWhereNothingWasGranted) {
  JournalBuilder journal;
  journal.asked("acme", Verb::refresh).refresh("acme/refresh-main").refused(400, "invalid_grant");
  journal.came_out(Outcome::needs_user, Outcome::ok);

  EXPECT_THAT(only_violation(check(journal)), ElementsAre(1));
  EXPECT_EQ(words_of(check(journal)),
            "the client said ok of step \"refresh acme\" although no token request was granted");
}

TEST(ToldSuccess, IsWrongWhereTheGrantNeverArrived) {
  JournalBuilder journal;
  granted_refresh(journal.asked("acme", Verb::refresh)).lost().came_out(Outcome::ok, Outcome::ok);

  EXPECT_THAT(only_violation(check(journal)), ElementsAre(1));
}

TEST(ToldSuccess, IsWrongWhereTheApiWasNeverAsked) {
  JournalBuilder journal;
  granted_refresh(journal.asked("acme")).came_out(Outcome::ok, Outcome::ok);
  EXPECT_EQ(words_of(check(journal)), "the client said ok of step \"call acme\" although it never asked the API");

  JournalBuilder silent;
  silent.asked("acme").came_out(Outcome::ok, Outcome::ok);
  EXPECT_THAT(only_violation(check(silent)), IsEmpty());
}

TEST(ToldSuccess, IsRightBehindAGrantOrAnAnswerThatWasKept) {
  JournalBuilder journal;
  granted_refresh(journal.asked("acme", Verb::refresh)).came_out(Outcome::ok, Outcome::ok);
  journal.asked("acme").api("acme", 200).came_out(Outcome::ok, Outcome::ok);
  journal.asked("acme").came_out(Outcome::ok, Outcome::ok);

  const auto verdict = check(journal);

  EXPECT_THAT(verdict.violations, IsEmpty());
  EXPECT_EQ(verdict.looked_at, 3u);
}

// So many calls at once met 401; behind the refresh so many were made again.
JournalBuilder parallel_calls(int refused, int answered, int calls = 3) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, calls);
  for (int i = 0; i < refused; ++i) journal.api("acme", 401);
  granted_refresh(journal);
  for (int i = 0; i < answered; ++i) journal.api("acme", 200);
  return journal;
}

TEST(CallsAtOnce, AreLostWhereFewerAreMadeAgainThanMet401) {
  for (const Outcome told : {Outcome::ok, Outcome::failed}) {
    auto journal = parallel_calls(3, 1);
    journal.came_out(Outcome::ok, told);

    EXPECT_THAT(only_violation(check(journal)), ElementsAre(1, 2, 3));
    EXPECT_EQ(words_of(check(journal)),
              "of 3 calls in step \"call acme\" that met 401, 1 was made again behind the refresh in #4: the rest were "
              "lost");
  }
}

TEST(CallsAtOnce, AreNotLostWhereEachIsMadeAgainOrOneStandsForAll) {
  for (auto journal : {parallel_calls(3, 3), parallel_calls(1, 1), parallel_calls(4, 3), parallel_calls(2, 3)}) {
    journal.came_out(Outcome::ok, Outcome::ok);
    EXPECT_THAT(check(journal).violations, IsEmpty());
    EXPECT_EQ(check(journal).looked_at, 1u);
  }
}

TEST(CallsAtOnce, MayBeGivenUpWhereOneOfThemFails) {
  auto journal = parallel_calls(3, 1);
  journal.api("acme", 503).came_out(Outcome::ok, Outcome::retry_later);

  EXPECT_THAT(check(journal).violations, IsEmpty());
}

}  // namespace
}  // namespace gcmock
