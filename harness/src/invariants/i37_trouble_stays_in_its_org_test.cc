// I-37: an org in trouble keeps no other org from being served.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

InvariantVerdict check(const JournalBuilder& journal) {
  return trouble_stays_in_its_org().check(journal.evidence());
}

// Secondary is in trouble; then primary is asked, and this comes out.
JournalBuilder primary_came_out(Outcome outcome, int status_of_secondary = 503) {
  JournalBuilder journal;
  journal.asked("secondary").api("secondary", status_of_secondary);
  journal.wait(5ms).asked("primary").came_out(Outcome::ok, outcome);
  return journal;
}

TEST(TroubleInOneOrg, KeepsAnotherFromBeingServed) {
  for (const int status : {429, 503}) {
    const auto verdict = check(primary_came_out(Outcome::retry_later, status));

    EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
    EXPECT_EQ(words_of(verdict),
              "the client sent nothing for org primary in step \"call primary\" after the trouble of org secondary "
              "in #1");
    EXPECT_EQ(verdict.looked_at, 1u);
  }
}

TEST(TroubleInOneOrg, MayBeALostAnswer) {
  JournalBuilder journal;
  journal.asked("secondary").refresh("secondary/refresh-main").granted("secondary/refresh-1").lost();
  journal.wait(5ms).asked("primary").came_out(Outcome::ok, Outcome::failed);

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1));
}

TEST(TroubleInOneOrg, LeavesTheOthersAlone) {
  auto came_out_badly = primary_came_out(Outcome::failed);
  came_out_badly.api("primary", 200);

  EXPECT_TRUE(check(came_out_badly).violations.empty());
  EXPECT_TRUE(check(primary_came_out(Outcome::ok)).violations.empty());
}

TEST(TroubleInOneOrg, IsNotToBlameWhereTheOtherHasItsOwn) {
  JournalBuilder journal;
  journal.asked("primary").api("primary", 429).asked("secondary").api("secondary", 503);
  journal.asked("primary").came_out(Outcome::ok, Outcome::retry_later);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(TroubleInOneOrg, IsNotARefusal) {
  EXPECT_EQ(check(primary_came_out(Outcome::failed, 403)).looked_at, 0u);
  EXPECT_TRUE(check(primary_came_out(Outcome::failed, 403)).violations.empty());
}

}  // namespace
}  // namespace gcmock
