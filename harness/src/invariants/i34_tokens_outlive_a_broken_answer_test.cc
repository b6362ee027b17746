// I-34: stored tokens outlive a token answer without a token.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return tokens_outlive_a_broken_answer().check(journal.evidence());
}

JournalBuilder broken_answer(const std::string& body = "") {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().answer_body = body;
  journal.asked("acme");
  return journal;
}

TEST(BrokenAnswer, OverwritesTheRefreshToken) {
  auto journal = broken_answer();
  journal.refresh("");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(3));
  EXPECT_EQ(words_of(verdict),
            "1 request for org acme presented no token of its own behind #2, which had answered 200 without one");
}

TEST(BrokenAnswer, OverwritesTheAccessToken) {
  auto journal = broken_answer("<html></html>");
  journal.api("acme", 401);
  journal.last().sightings.clear();
  journal.api("acme", 401);
  journal.last().sightings.front().credential = {CredentialKind::access_token, "unknown-1f2e3d4c", {}, {}};

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(3, 4));
}

TEST(BrokenAnswer, LeavesTheTokensInForce) {
  auto journal = broken_answer("{}");
  journal.api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-2");
  journal.last().answer_body = R"({"access_token":"‹acme/access-2›"})";

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(BrokenAnswer, IsAnotherStoryBehindTheNextGrant) {
  auto journal = broken_answer();
  journal.refresh("acme/refresh-main").granted("acme/refresh-2");
  journal.last().answer_body = R"({"access_token":"‹acme/access-2›"})";
  journal.refresh("");
  journal.last().subject.org = OrgName{"acme"};

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(BrokenAnswer, IsNotOneThatBringsAToken) {
  auto journal = broken_answer(R"({"access_token":"‹acme/access-1›"})");
  journal.refresh("");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

TEST(BrokenAnswer, IsNotOneThatNeverArrived) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").granted("acme/refresh-1").lost().refresh("");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

TEST(BrokenAnswer, SaysNothingOfAnotherOrg) {
  auto journal = broken_answer();
  journal.asked("other").refresh("");

  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
