// Logins are found with both their legs.
#include "invariants/code_logins.h"

#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"

namespace gcmock {
namespace {

JournalBuilder& with_code(JournalBuilder& journal, const std::string& code) {
  journal.login("acme").granted("acme/refresh-1");
  journal.last().sightings.clear();
  return journal.carrying(CredentialKind::authorization_code, code, SightingPlace::body_field, "code");
}

TEST(CodeLogins, HaveBothLegs) {
  JournalBuilder journal;
  journal.asked("acme", Verb::authorize).authorize("acme", "state=a").authorize("acme", "state=b");
  with_code(journal, "acme/code-2");

  const auto evidence = journal.evidence();
  const auto logins = code_logins(evidence);

  ASSERT_EQ(logins.size(), 2u);
  EXPECT_EQ(logins[0].asked->seq, 1u);
  EXPECT_EQ(logins[0].redeemed, nullptr);
  ASSERT_NE(logins[1].redeemed, nullptr);
  EXPECT_EQ(logins[1].redeemed->seq, 3u);
}

TEST(CodeLogins, AreNotRequestsThatAScenarioWrote) {
  JournalBuilder journal;
  journal.asked("acme").authorize("acme", "state=a");

  EXPECT_TRUE(code_logins(journal.evidence()).empty());
}

TEST(CodeLogins, AreOneWhereThePageIsLoadedAgain) {
  JournalBuilder journal;
  journal.asked("acme", Verb::authorize).authorize("acme", "state=a").authorize("acme", "state=a");
  EXPECT_EQ(code_logins(journal.evidence()).size(), 1u);

  journal.asked("acme", Verb::authorize).authorize("acme", "state=a");
  EXPECT_EQ(code_logins(journal.evidence()).size(), 2u);
}

TEST(CodeLogins, AreNotTheAnswerToTheConsentPage) {
  JournalBuilder journal;
  journal.asked("acme", Verb::authorize).authorize("acme", "");
  journal.last().method = "POST";

  EXPECT_TRUE(code_logins(journal.evidence()).empty());
}

}  // namespace
}  // namespace gcmock
