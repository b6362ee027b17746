// I-23: a call that is not idempotent is not made again behind its caller's back.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

InvariantVerdict check(const JournalBuilder& journal) {
  return calls_are_not_repeated_unasked().check(journal.evidence());
}

JournalBuilder& asked_to(JournalBuilder& journal, const std::string& method) {
  journal.asked("acme");
  journal.steps().back().method = method;
  journal.steps().back().path = "/api/v2/users/me?expand=x";
  return journal;
}

JournalBuilder& sent(JournalBuilder& journal, const std::string& method, int status) {
  journal.api("acme", status);
  journal.last().method = method;
  return journal;
}

// Told "failed" behind a 401; the client refreshes then, and makes the call again.
JournalBuilder replayed(const std::string& method) {
  JournalBuilder journal;
  sent(asked_to(journal, method), method, 401).came_out(Outcome::ok, Outcome::failed);
  journal.wait(milliseconds{50}).refresh("acme/refresh-main").granted("acme/refresh-1");
  return sent(journal, method, 200);
}

TEST(RepeatedCall, IsAViolationBehindTheReply) {
  for (const std::string method : {"POST", "PATCH"}) {
    const auto verdict = check(replayed(method));

    EXPECT_THAT(only_violation(verdict), testing::ElementsAre(3));
    EXPECT_EQ(words_of(verdict), method +
                                     " /api/v2/users/me?expand=x was sent again 61 ms after the caller had been told "
                                     "failed of step \"call acme\"");
  }
}

TEST(RepeatedCall, IsAViolationBehindOneThatWasCarriedOut) {
  JournalBuilder journal;
  sent(sent(asked_to(journal, "POST"), "POST", 200).lost(), "POST", 200).came_out(Outcome::ok, Outcome::ok);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(
      words_of(verdict),
      "POST /api/v2/users/me?expand=x was carried out in #1 and sent again, although step \"call acme\" had asked "
      "for it once");
}

TEST(RepeatedCall, IsFineBeforeTheReply) {
  JournalBuilder journal;
  sent(asked_to(journal, "POST"), "POST", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  sent(journal, "POST", 200).came_out(Outcome::ok, Outcome::ok);

  EXPECT_TRUE(check(journal).violations.empty());
  EXPECT_EQ(check(journal).looked_at, 1u);
}

TEST(RepeatedCall, IsFineWhereItIsIdempotent) {
  for (const std::string method : {"GET", "PUT", "DELETE"}) EXPECT_EQ(check(replayed(method)).looked_at, 0u) << method;
}

TEST(RepeatedCall, IsFineWhereTheCallerAsksAgain) {
  JournalBuilder journal;
  sent(asked_to(journal, "POST"), "POST", 503).came_out(Outcome::ok, Outcome::retry_later);
  sent(asked_to(journal.wait(milliseconds{50}), "POST"), "POST", 200).came_out(Outcome::ok, Outcome::ok);

  EXPECT_TRUE(check(journal).violations.empty());
  EXPECT_EQ(check(journal).looked_at, 2u);
}

TEST(RepeatedCall, IsFineWhereTheCallerAsksWithAnotherQuery) {
  JournalBuilder journal;
  sent(asked_to(journal, "POST"), "POST", 200).came_out(Outcome::ok, Outcome::ok);
  sent(asked_to(journal, "POST"), "POST", 200).came_out(Outcome::ok, Outcome::ok);
  journal.steps().back().path = "/api/v2/users/me?force=true";

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RepeatedCall, IsNotWhatWasOnItsWayWhenTheClientGaveUp) {
  JournalBuilder journal;
  asked_to(journal, "POST");
  sent(sent(journal, "POST", 503), "POST", 503).came_out(Outcome::ok, Outcome::retry_later);
  journal.steps().back().ended = journal.last().arrived - milliseconds{3};
  EXPECT_TRUE(check(journal).violations.empty());

  JournalBuilder slow;
  sent(asked_to(slow, "POST").wait(milliseconds{100}), "POST", 200).came_out(Outcome::ok, Outcome::retry_later);
  slow.steps().back().ended = slow.last().arrived - milliseconds{90};
  EXPECT_TRUE(check(slow).violations.empty()) << "there was no other before it";
}

TEST(RepeatedCall, IsOfTheSameOrgAndPath) {
  JournalBuilder journal;
  sent(asked_to(journal, "POST"), "POST", 503).came_out(Outcome::ok, Outcome::retry_later);
  journal.wait(milliseconds{50}).api("other", 200);
  journal.last().method = "POST";
  sent(journal, "POST", 200);
  journal.last().path = "/api/v2/elsewhere";

  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
