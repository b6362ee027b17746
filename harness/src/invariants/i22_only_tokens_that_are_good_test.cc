// I-22: no access token is used that is of an unknown type or has ended.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

InvariantVerdict check(const JournalBuilder& journal) {
  return only_tokens_that_are_good().check(journal.evidence());
}

// Used so long after it came, on the mock's clock and on the real one.
JournalBuilder token_used(const std::string& answer, std::chrono::seconds domain, std::chrono::seconds real) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().answer_body = answer;
  journal.wait(real).api("acme", 200);
  journal.last().at += domain;
  journal.last().sightings.clear();
  return journal.carrying(CredentialKind::access_token, "acme/access-1", SightingPlace::authorization_header,
                          "Authorization");
}

const std::string of_a_minute = R"({"access_token":"‹acme/access-1›","token_type":"Bearer","expires_in":60})";

TEST(UseOfAToken, IsAViolationWhereItsTypeIsNotUnderstood) {
  const auto verdict = check(token_used(R"({"token_type":"mac"})", 0s, 0s));

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict), "acme/access-1 was used as a bearer token although #1 told its type as mac");
}

TEST(UseOfAToken, IsAViolationBehindItsEnd) {
  const auto verdict = check(token_used(of_a_minute, 70s, 70s));

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict), "acme/access-1 was used 70.0 s after it was issued in #1 for 60.0 s");
}

TEST(UseOfAToken, IsFineBeforeItsEnd) {
  const auto verdict = check(token_used(of_a_minute, 60s, 60s));

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(UseOfAToken, IsFineWhereItsEndIsBeyondAllTime) {
  for (const std::string lasts : {"9223372036854775807", "-1", "1e300", "\"60\""}) {
    EXPECT_TRUE(check(token_used("{\"expires_in\":" + lasts + "}", 70s, 70s)).violations.empty()) << lasts;
  }
}

TEST(UseOfAToken, IsFineWhereOnlyTheMocksClockWasMoved) {
  EXPECT_TRUE(check(token_used(of_a_minute, 25h, 0s)).violations.empty());
}

TEST(UseOfAToken, IsFineWhereTheMocksClockStands) {
  EXPECT_TRUE(check(token_used(of_a_minute, 0s, 70s)).violations.empty());
}

TEST(UseOfAToken, IsFineWhereNothingWasToldOfIt) {
  const auto verdict = check(token_used("{}", 25h, 25h));

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(UseOfAToken, HasNothingToLookAtWhereTheAnswerWasLost) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1").lost();
  journal.last().answer_body = R"({"token_type":"mac"})";
  journal.api("acme", 200);
  journal.last().sightings = {
      {{CredentialKind::access_token, "acme/access-1", {}, {}}, SightingPlace::authorization_header, "Authorization"}};

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
