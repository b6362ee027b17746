// I-5: no credential stands in a URL.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return no_credentials_in_urls().check(journal.evidence());
}

TEST(NoCredentialsInUrls, IsViolatedByASecretInTheQuery) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::request_target, "client_secret");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(words_of(verdict), "client_secret acme/secret-app stood in query parameter client_secret");
}

TEST(NoCredentialsInUrls, IsViolatedByATokenInTheReferer) {
  JournalBuilder journal;
  journal.api("acme", 200).api("acme", 200);
  journal.carrying(CredentialKind::access_token, "acme/access-main", SightingPlace::referer, "Referer");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict), "access_token acme/access-main stood in the Referer header");
}

TEST(NoCredentialsInUrls, TellsOneLeakOnceWithAllItsExchanges) {
  JournalBuilder journal;
  for (int i = 0; i < 3; ++i) {
    journal.api("acme", 200);
    journal.carrying(CredentialKind::access_token, "acme/access-main", SightingPlace::request_target, "access_token");
  }

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1, 2, 3));
}

TEST(NoCredentialsInUrls, HoldsWhereCredentialsAreInHeadersAndBodies) {
  JournalBuilder journal;
  journal.api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::authorization_header,
                   "Authorization");

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(NoCredentialsInUrls, HasNothingToLookAtWithoutCredentials) {
  JournalBuilder journal;
  journal.api("acme", 401);
  journal.last().sightings.clear();

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
