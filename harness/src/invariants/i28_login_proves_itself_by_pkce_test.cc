// I-28: a login with PKCE has a fresh S256 challenge, and a public client's login has one.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return login_proves_itself_by_pkce().check(journal.evidence());
}

const std::string one = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const std::string another = "F9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

std::string s256(const std::string& challenge) {
  return "client_id=app&code_challenge_method=S256&code_challenge=" + challenge;
}

JournalBuilder& begun(JournalBuilder& journal, const std::string& query) {
  return journal.asked("acme", Verb::authorize).authorize("acme", query);
}

// Presents the code of the exchange before it.
JournalBuilder& redeemed(JournalBuilder& journal, ClientAuthMethod by = ClientAuthMethod::basic) {
  const Fingerprint code = journal.last().issued.front();
  journal.login("acme").granted("acme/refresh-1");
  journal.last().client_auth = by;
  journal.last().sightings = {{code, SightingPlace::body_field, "code"}};
  return journal;
}

JournalBuilder& with_verifier(JournalBuilder& journal) {
  return journal.carrying(CredentialKind::code_verifier, "unknown-1", SightingPlace::body_field, "code_verifier");
}

TEST(ProofOfALogin, IsAViolationOfAnotherMethod) {
  JournalBuilder journal;
  begun(journal, "code_challenge_method=plain&code_challenge=" + one);
  EXPECT_EQ(words_of(check(journal)), "a login began with a code_challenge of the method plain");

  JournalBuilder unsaid;
  begun(unsaid, "code_challenge=" + one);
  EXPECT_EQ(words_of(check(unsaid)), "a login began with a code_challenge of the method plain");
}

TEST(ProofOfALogin, IsAViolationOfAnotherLength) {
  JournalBuilder journal;
  begun(journal, s256(one + "%3D"));

  EXPECT_EQ(words_of(check(journal)), "a login began with a code_challenge of 44 characters: S256 has 43");
}

TEST(ProofOfALogin, IsAViolationTheSecondTime) {
  JournalBuilder journal;
  begun(journal, s256(one));
  begun(journal, s256(one));

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2));
  EXPECT_EQ(words_of(verdict), "two logins began with the same code_challenge");
}

TEST(ProofOfALogin, IsAViolationWithoutItsVerifier) {
  JournalBuilder journal;
  redeemed(begun(journal, s256(one)));

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict), "the code for the code_challenge in #1 was presented without a code_verifier");
}

TEST(ProofOfALogin, IsAViolationWhereAClientWithoutASecretHasNone) {
  JournalBuilder journal;
  redeemed(begun(journal, "client_id=app"), ClientAuthMethod::none);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2));
  EXPECT_EQ(words_of(verdict), "a client without a secret began a login without a code_challenge");
}

TEST(ProofOfALogin, IsAnotherInEachLogin) {
  JournalBuilder journal;
  with_verifier(redeemed(begun(journal, s256(one))));
  with_verifier(redeemed(begun(journal, s256(another))));

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(ProofOfALogin, MayBeLeftOutByAClientWithASecret) {
  JournalBuilder journal;
  redeemed(begun(journal, "client_id=app"));

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
