// I-33: unknown members and a missing expires_in do not make a grant a failure.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

const std::string plain = R"({"access_token":"‹acme/access-1›","token_type":"bearer","expires_in":60})";
const std::string unheard_of = R"({"access_token":"‹acme/access-1›","expires_in":60,"x":{"expires_in":1}})";
const std::string without_lifetime = R"({"access_token":"‹acme/access-1›","token_type":"Bearer","scope":"a"})";

InvariantVerdict check(const JournalBuilder& journal) {
  return odd_token_answers_are_understood().check(journal.evidence());
}

JournalBuilder refreshed(const std::string& body) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().answer_body = body;
  return journal;
}

JournalBuilder& used(JournalBuilder& journal, int status) {
  journal.api("acme", status);
  journal.last().sightings.front().credential.label = "acme/access-1";
  return journal;
}

TEST(OddTokenAnswer, IsAViolationWhereAnUnknownMemberMakesItAFailure) {
  auto journal = refreshed(unheard_of);
  journal.came_out(Outcome::ok, Outcome::failed);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict),
            "acme/access-1 was never used, and the client said failed of step \"call acme\": the answer in #2 has the "
            "unknown member \"x\"");
}

TEST(OddTokenAnswer, IsAViolationWhereAMissingLifetimeMakesItAFailure) {
  auto journal = refreshed(without_lifetime);
  journal.came_out(Outcome::ok, Outcome::needs_user);

  EXPECT_THAT(words_of(check(journal)), testing::EndsWith("the answer in #2 does not say expires_in"));
}

TEST(OddTokenAnswer, IsAViolationWhereTheClientWasToldToRefresh) {
  JournalBuilder journal;
  journal.asked("acme", Verb::refresh).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().answer_body = R"({"access_token":"‹acme/access-1›","y":1})";
  journal.came_out(Outcome::ok, Outcome::failed);

  EXPECT_THAT(words_of(check(journal)), testing::HasSubstr("unknown member \"y\" and does not say expires_in"));
}

TEST(OddTokenAnswer, IsUnderstoodByAClientThatUsesTheToken) {
  for (const auto& body : {unheard_of, without_lifetime}) {
    auto journal = refreshed(body);
    used(journal, 403).came_out(Outcome::ok, Outcome::needs_admin);

    EXPECT_TRUE(check(journal).violations.empty());
    EXPECT_EQ(check(journal).looked_at, 1u);
  }
}

TEST(OddTokenAnswer, IsUnderstoodByAClientThatSaysOkOrHasBeenPutOff) {
  auto told_ok = refreshed(unheard_of);
  told_ok.came_out(Outcome::ok, Outcome::ok);
  EXPECT_TRUE(check(told_ok).violations.empty());

  JournalBuilder put_off;
  put_off.api("acme", 429).asked("acme", Verb::call).refresh("acme/refresh-main").granted("acme/refresh-1");
  put_off.last().answer_body = unheard_of;
  put_off.came_out(Outcome::ok, Outcome::retry_later);
  EXPECT_TRUE(check(put_off).violations.empty());
}

TEST(OddTokenAnswer, IsNotJudgedWhereTheClientHadGivenUpBefore) {
  auto journal = refreshed(unheard_of);
  journal.came_out(Outcome::ok, Outcome::retry_later);
  journal.steps().back().ended = journal.last().arrived;
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(OddTokenAnswer, IsNothingToLookAtWhereItIsAsEver) {
  auto journal = refreshed(plain);
  journal.came_out(Outcome::ok, Outcome::failed);
  EXPECT_EQ(check(journal).looked_at, 0u);

  auto mac = refreshed(R"({"access_token":"‹acme/access-1›","token_type":"mac","x":1})");
  mac.came_out(Outcome::ok, Outcome::failed);
  EXPECT_EQ(check(mac).looked_at, 0u);

  auto anothers = refreshed(R"({"access_token":"made-up","x":1})");
  anothers.came_out(Outcome::ok, Outcome::failed);
  EXPECT_EQ(check(anothers).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
