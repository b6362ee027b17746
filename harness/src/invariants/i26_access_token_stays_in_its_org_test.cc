// I-26: an access token is presented for its own org only.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return access_token_stays_in_its_org().check(journal.evidence());
}

TEST(AccessToken, IsPresentedWhereAnotherOrgIsCalled) {
  JournalBuilder journal;
  journal.asked("primary").api("primary", 200).asked("secondary").api("primary", 200);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict),
            "primary/access-main of org primary was presented in step \"call secondary\", which was about org "
            "secondary");
}

TEST(AccessToken, IsPresentedForItsOwnOrg) {
  JournalBuilder journal;
  journal.asked("primary").api("primary", 200).asked("secondary").api("secondary", 401);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

// A cache between mixed two answers up.
JournalBuilder handed_the_token_of_another_org(const std::string& org) {
  JournalBuilder journal;
  journal.asked("secondary", Verb::refresh).refresh(org + "/refresh-main").granted(org + "/refresh-1");
  journal.last().answer_body = R"({"access_token":"‹primary/access-main›"})";
  journal.asked("secondary").api("primary", 401);
  return journal;
}

TEST(AccessToken, MayBePresentedByAClientThatWasHandedItForThisOrg) {
  EXPECT_TRUE(check(handed_the_token_of_another_org("secondary")).violations.empty());
  EXPECT_THAT(only_violation(check(handed_the_token_of_another_org("primary"))), testing::ElementsAre(2));
}

// The client told its caller of a 401, refreshes behind that, and sends the call again while another org is called.
TEST(AccessToken, MayBePresentedByACallBeforeThatIsTriedAgain) {
  JournalBuilder journal;
  journal.asked("primary").api("primary", 401).asked("secondary").refresh("primary/refresh-main");
  journal.granted("primary/refresh-1").api("primary", 200).api("secondary", 200);

  EXPECT_TRUE(check(journal).violations.empty());

  journal.api("primary", 200);

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(5)) << "nothing of primary's is open any more";
}

// The retry of primary's call comes while secondary is called, and secondary's while primary is: neither is in the
// other's way.
TEST(AccessToken, MayBePresentedByCallsOfTwoOrgsThatAreTriedAgainOneBehindTheOther) {
  JournalBuilder journal;
  journal.asked("primary").api("primary", 401).asked("secondary").api("secondary", 401).api("primary", 200);
  journal.asked("primary").api("primary", 200).api("secondary", 200);

  EXPECT_TRUE(check(journal).violations.empty());
}

// That call itself had another org's token, which the server had handed over: nobody tells from the 401 whom it was
// for.
TEST(AccessToken, MayBePresentedByACallBeforeThatHadAnothersToken) {
  auto journal = handed_the_token_of_another_org("secondary");
  journal.last().status = 401;
  journal.asked("primary").api("secondary", 200);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(AccessToken, IsNotExcusedByA401OfTheSameStep) {
  JournalBuilder journal;
  journal.asked("secondary").api("primary", 401).api("primary", 200);

  EXPECT_EQ(check(journal).violations.size(), 2u);
}

TEST(AccessToken, OfNobodyIsNotThatOfAnotherOrg) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401);
  journal.last().sightings.front().credential = {CredentialKind::access_token, "unknown-1f2e3d4c", {}, {}};

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(AccessToken, MayBePresentedInTheBackgroundOrInOneRun) {
  JournalBuilder background;
  background.asked("secondary").api("secondary", 200);
  background.steps().back().last_exchange = 1;
  background.api("primary", 200);
  background.steps().back().last_exchange = 1;
  EXPECT_TRUE(check(background).violations.empty());

  JournalBuilder run;
  run.asked("secondary").api("secondary", 200).api("primary", 200).asked("primary", Verb::call, 0);
  EXPECT_EQ(check(run).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
