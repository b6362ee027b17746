// I-40: a slow or silent server does not make the client hang.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

InvariantVerdict check(const JournalBuilder& journal) {
  return client_replies_in_time().check(journal.evidence());
}

// The server never answers, and the client waits on.
JournalBuilder silent_for(milliseconds time) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").lost().wait(time);
  journal.came_out(Outcome::retry_later, Outcome::retry_later);
  return journal;
}

TEST(Reply, IsAViolationWhereItNeverComes) {
  auto journal = silent_for(milliseconds{9978});
  journal.steps().back().got.reset();
  journal.steps().back().broke = ClientBroke::How::timed_out;

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(
      words_of(verdict),
      "the client did not reply to step \"call acme\" within 10.0 s; it waited for the answer to #2 /oauth/token");
}

TEST(Reply, IsAViolationEvenWhereTheServerIsNotToBlame) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 200).came_out(Outcome::ok, Outcome::ok);
  journal.steps().back().broke = ClientBroke::How::timed_out;

  EXPECT_EQ(words_of(check(journal)), "the client did not reply to step \"call acme\" within 11 ms");
}

TEST(Reply, HoldsWhereTheClientGivesUpWaiting) {
  const auto verdict = check(silent_for(milliseconds{2000}));

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(Reply, HoldsBehindAServerThatSentNothing) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 200).came_out(Outcome::ok, Outcome::retry_later);
  journal.last().delivery.bytes_sent = journal.last().delivery.bytes_total = 0;

  EXPECT_EQ(check(journal).looked_at, 1u);
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Reply, HoldsBehindASlowAnswer) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 200);
  journal.last().delivery.finished = journal.last().arrived + milliseconds{1000};
  journal.came_out(Outcome::ok, Outcome::ok);

  EXPECT_EQ(check(journal).looked_at, 1u);
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Reply, IsNothingToLookAtWhereEachAnswerCameAtOnce) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 200).came_out(Outcome::ok, Outcome::ok);
  EXPECT_EQ(check(journal).looked_at, 0u);

  JournalBuilder ended;
  ended.asked("acme").api("acme", 200).came_out(Outcome::ok, Outcome::ok);
  ended.steps().back().broke = ClientBroke::How::exited;
  EXPECT_EQ(check(ended).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
