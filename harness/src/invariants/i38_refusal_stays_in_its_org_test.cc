// I-38: a grant that is over in one org leaves the other orgs alone.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

InvariantVerdict check(const JournalBuilder& journal) {
  return refusal_stays_in_its_org().check(journal.evidence());
}

// Secondary's grant was revoked; then primary is asked, and this comes out.
JournalBuilder primary_came_out(Outcome outcome) {
  JournalBuilder journal;
  journal.asked("secondary").api("secondary", 401).refresh("secondary/refresh-main").refused(400, "invalid_grant");
  journal.wait(5ms).asked("primary").came_out(Outcome::ok, outcome);
  return journal;
}

TEST(EndOfAGrant, EndsTheOtherOrgsAsWell) {
  const auto verdict = check(primary_came_out(Outcome::needs_user));

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict),
            "the client sent nothing for org primary in step \"call primary\" after the grant of org secondary had "
            "ended in #2");
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(EndOfAGrant, LeavesTheOtherOrgsAlone) {
  auto came_out_badly = primary_came_out(Outcome::failed);
  came_out_badly.api("primary", 200);

  EXPECT_TRUE(check(came_out_badly).violations.empty());
  EXPECT_TRUE(check(primary_came_out(Outcome::ok)).violations.empty());
}

TEST(EndOfAGrant, IsNotToBlameWhereTheOrgHasTroubleOfItsOwn) {
  JournalBuilder journal;
  journal.asked("primary").api("primary", 429);
  journal.asked("secondary").refresh("secondary/refresh-main").refused(400, "invalid_grant");
  journal.asked("primary").came_out(Outcome::ok, Outcome::retry_later);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(EndOfAGrant, IsNotToBlameWhereNothingElseWasRight) {
  auto expected_so = primary_came_out(Outcome::needs_user);
  expected_so.steps().back().expected = {Outcome::needs_user};
  EXPECT_TRUE(check(expected_so).violations.empty());

  auto asked_earlier = primary_came_out(Outcome::needs_user);
  asked_earlier.steps().back().calls = 0;
  EXPECT_TRUE(check(asked_earlier).violations.empty());
}

TEST(EndOfAGrant, IsNotTheOrgsOwnNorARefusalOfTheClient) {
  JournalBuilder own;
  own.asked("acme").refresh("acme/refresh-main").refused(400, "invalid_grant").asked("acme");
  own.came_out(Outcome::ok, Outcome::needs_user);
  EXPECT_TRUE(check(own).violations.empty());

  JournalBuilder client;
  client.asked("secondary").refresh("secondary/refresh-main").refused(400, "invalid_client").asked("primary");
  client.came_out(Outcome::ok, Outcome::needs_admin);
  EXPECT_EQ(check(client).looked_at, 0u);
  EXPECT_TRUE(check(client).violations.empty());
}

}  // namespace
}  // namespace gcmock
