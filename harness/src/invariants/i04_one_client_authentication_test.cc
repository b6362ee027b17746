// I-4: a token request authenticates its client in one way.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return one_client_authentication().check(journal.evidence());
}

JournalBuilder refresh_with_basic() {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::authorization_header,
                   "Authorization");
  return journal;
}

TEST(ClientAuthentication, IsAViolationInHeaderAndBody) {
  JournalBuilder journal = refresh_with_basic();
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::body_field, "client_secret");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(words_of(verdict),
            "one token request authenticates its client by client_secret and the Authorization header");
}

TEST(ClientAuthentication, IsAViolationByTwoParameters) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::body_field, "client_secret");
  journal.carrying(CredentialKind::client_secret, "unknown-1", SightingPlace::body_field, "client_assertion");

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1));
}

TEST(ClientAuthentication, IsOneWayInEachRequest) {
  JournalBuilder journal = refresh_with_basic();
  journal.refresh("acme/refresh-1").granted("acme/refresh-2");
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::body_field, "client_secret");

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(ClientAuthentication, IsNotASecretThatStandsWhereNoneBelongs) {
  JournalBuilder journal = refresh_with_basic();
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::body_field, "state");
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::request_target, "client_secret");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ClientAuthentication, HasNothingToLookAtWithoutASecret) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
