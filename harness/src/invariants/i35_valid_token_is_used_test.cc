// I-35: no client credentials are presented while their token is valid.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

InvariantVerdict check(const JournalBuilder& journal) {
  return valid_token_is_used().check(journal.evidence());
}

void ask_for_token(JournalBuilder& journal, const std::string& org, const std::string& lifetime = "86400") {
  journal.login(org).granted_without_refresh_token();
  journal.last().grant = GrantType::client_credentials;
  journal.last().sightings.clear();
  journal.last().answer_body = R"({"access_token":"‹)" + org + R"(/access-1›","expires_in":)" + lifetime + "}";
}

TEST(ValidToken, IsNotUsedByAClientThatAsksForEachCall) {
  JournalBuilder journal;
  for (int i = 0; i < 3; ++i) {
    journal.asked("acme");
    ask_for_token(journal, "acme");
    journal.api("acme", 200);
  }

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(3, 5));
  EXPECT_EQ(words_of(verdict), "2 token requests for org acme although the token of #1 was good for 86400 s");
  EXPECT_EQ(verdict.looked_at, 3u);
}

TEST(ValidToken, IsToldOnceForEachOrg) {
  JournalBuilder journal;
  for (const std::string org : {"primary", "secondary", "primary", "secondary"}) {
    journal.asked(org);
    ask_for_token(journal, org);
  }

  EXPECT_EQ(check(journal).violations.size(), 2u);
}

TEST(ValidToken, IsGoodForAllTimeWhereItIsSaidToLastForThousandsOfYears) {
  for (const std::string lifetime : {"24000000000", "99999999999", "9223372036854775807"}) {
    JournalBuilder journal;
    for (int i = 0; i < 2; ++i) {
      journal.asked("acme");
      ask_for_token(journal, "acme", lifetime);
    }

    EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2)) << lifetime;
  }
}

TEST(ValidToken, IsUsedForEachCall) {
  JournalBuilder journal;
  journal.asked("acme");
  ask_for_token(journal, "acme");
  journal.api("acme", 200).asked("acme").api("acme", 200);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

// By either clock, or both together.
TEST(ValidToken, IsReplacedInTheLastQuarterOfItsLife) {
  JournalBuilder journal;
  journal.asked("acme");
  ask_for_token(journal, "acme", "100");
  journal.wait(25s).asked("acme");
  ask_for_token(journal, "acme", "100");
  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));

  journal.last().at = Instant{} + 50s;
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ValidToken, IsNotValidWhereTheApiRefusedIt) {
  for (const int status : {401, 403}) {
    JournalBuilder journal;
    journal.asked("acme");
    ask_for_token(journal, "acme");
    journal.api("acme", status);
    ask_for_token(journal, "acme");

    EXPECT_TRUE(check(journal).violations.empty());
  }
}

TEST(ValidToken, IsNotThereWhereItsAnswerWasLostOrDidNotSayHowLong) {
  JournalBuilder lost;
  ask_for_token(lost, "acme");
  lost.lost();
  ask_for_token(lost, "acme");
  EXPECT_TRUE(check(lost).violations.empty());

  JournalBuilder silent;
  ask_for_token(silent, "acme", "null");
  ask_for_token(silent, "acme", "null");
  EXPECT_EQ(check(silent).looked_at, 0u);
}

TEST(ValidToken, IsNotThatOfAnotherClientOrGrant) {
  JournalBuilder journal;
  ask_for_token(journal, "acme");
  ask_for_token(journal, "acme");
  journal.by_client("other").refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ValidToken, MayBeReplacedByAClientThatWasToldTo) {
  JournalBuilder journal;
  journal.asked("acme");
  ask_for_token(journal, "acme");
  journal.asked("acme", Verb::refresh);
  ask_for_token(journal, "acme");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ValidToken, MayArriveWhileAParallelCallAsksAsWell) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2);
  ask_for_token(journal, "acme");
  ask_for_token(journal, "acme");
  journal.at_once();

  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
