// I-10: a refresh token is presented only by its own client, in its own org.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return refresh_token_stays_in_its_org().check(journal.evidence());
}

JournalBuilder refresh_with_secret_of(const std::string& org) {
  JournalBuilder journal;
  journal.refresh("secondary/refresh-main").granted("secondary/refresh-1");
  journal.carrying(CredentialKind::client_secret, org + "/secret-app", SightingPlace::authorization_header,
                   "Authorization");
  return journal;
}

TEST(RefreshTokenInItsOrg, IsPresentedByAnotherClient) {
  JournalBuilder journal;
  journal.refresh("secondary/refresh-main").refused(400, "invalid_grant").by_client("another");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(words_of(verdict),
            "secondary/refresh-main, issued to client app in org secondary, was presented by client another");
}

TEST(RefreshTokenInItsOrg, IsPresentedWithTheSecretOfAnotherOrg) {
  auto journal = refresh_with_secret_of("primary");
  journal.refused(RefusalReason::client_secret_wrong);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(
      words_of(verdict),
      "secondary/refresh-main, issued to client app in org secondary, was presented with the secret of org primary");
}

TEST(RefreshTokenInItsOrg, IsPresentedWithTheSecretOfAnotherClient) {
  auto journal = refresh_with_secret_of("secondary");
  journal.last().sightings.back().credential.client = ClientId{"another"};

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1));
}

TEST(RefreshTokenInItsOrg, IsAViolationWherePolicySaysSo) {
  for (const auto reason :
       {RefusalReason::refresh_token_of_another_client, RefusalReason::refresh_token_of_another_org}) {
    JournalBuilder journal;
    journal.refresh("secondary/refresh-main").refused(reason);

    EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1));
  }
}

TEST(RefreshTokenInItsOrg, IsNoViolationWhereOnlyAScriptSaysSo) {
  JournalBuilder journal;
  journal.refresh("secondary/refresh-main").refused(RefusalReason::refresh_token_of_another_org);
  journal.last().rule = RuleSpoke{0, Stage::instead_of_ruling, "refuse", ""};

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshTokenInItsOrg, IsPresentedByAVendorClientWithTheSecretOfItsHome) {
  const auto journal = refresh_with_secret_of("vendor_home");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshTokenInItsOrg, IsPresentedByItsOwnClient) {
  auto journal = refresh_with_secret_of("secondary");

  EXPECT_TRUE(check(journal).violations.empty());
  EXPECT_EQ(check(journal).looked_at, 1u);
  journal.refused(RefusalReason::client_secret_wrong);
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshTokenInItsOrg, HasNothingToLookAtWhereTheTokenIsUnknownOrNone) {
  JournalBuilder journal;
  journal.api("acme", 401).refresh("").refresh("unknown-1f2e3d4c").by_client("another");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
