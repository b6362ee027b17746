// I-29: each login has a state or proof of its own, and one redirect_uri in both legs.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return login_is_bound_to_its_request().check(journal.evidence());
}

JournalBuilder& begun(JournalBuilder& journal, const std::string& query) {
  return journal.asked("acme", Verb::authorize).authorize("acme", query);
}

// Presents the code of the exchange before it.
JournalBuilder& redeemed_with(JournalBuilder& journal, std::vector<std::pair<std::string, std::string>> fields) {
  const Fingerprint code = journal.last().issued.front();
  journal.login("acme").granted("acme/refresh-1");
  journal.last().sightings = {{code, SightingPlace::body_field, "code"}};
  journal.last().request_fields = std::move(fields);
  return journal;
}

const std::string with_address = "state=a&redirect_uri=https%3A%2F%2Fapp.example%2Fcb";

TEST(Login, IsAViolationWithNeitherStateNorProof) {
  JournalBuilder journal;
  begun(journal, "client_id=app&state=");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(words_of(verdict), "a login began with neither a state nor a code_challenge");
}

TEST(Login, IsAViolationWithTheStateOfAnEarlierOne) {
  JournalBuilder journal;
  begun(journal, "state=a&login_hint=ann");
  begun(journal, "state=a&login_hint=bob");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2));
  EXPECT_EQ(words_of(verdict), "two logins began with the same state");
}

TEST(Login, IsAViolationWithAnotherAddressInTheSecondLeg) {
  JournalBuilder journal;
  redeemed_with(begun(journal, with_address), {{"redirect_uri", "https://app.example/cb/"}});

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2));
  EXPECT_EQ(words_of(verdict), "a code was asked for with a redirect_uri and presented with another one");
}

TEST(Login, IsAViolationWithoutTheAddressInTheSecondLeg) {
  JournalBuilder journal;
  redeemed_with(begun(journal, with_address), {});

  EXPECT_EQ(words_of(check(journal)), "a code was asked for with a redirect_uri and presented without it");
}

TEST(Login, IsBoundByAStateOfItsOwnAndOneAddress) {
  JournalBuilder journal;
  redeemed_with(begun(journal, with_address), {{"redirect_uri", "https://app.example/cb"}});
  begun(journal, "state=b");

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(Login, IsBoundByItsProofAlone) {
  JournalBuilder journal;
  begun(journal, "code_challenge=one");
  begun(journal, "code_challenge=another");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Login, IsNotJudgedWhereAScenarioWroteItsRequest) {
  JournalBuilder journal;
  journal.asked("acme").authorize("acme", "client_id=app");

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
