// I-25: refresh tokens are sent to the token endpoint only.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return refresh_token_to_token_endpoint_only().check(journal.evidence());
}

TEST(RefreshTokenAtTheApi, IsAViolationInTheAuthorizationHeader) {
  JournalBuilder journal;
  for (int i = 0; i < 2; ++i) {
    journal.api("acme", 401);
    journal.carrying(CredentialKind::refresh_token, "acme/refresh-main", SightingPlace::authorization_header,
                     "Authorization");
  }

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2));
  EXPECT_EQ(words_of(verdict), "acme/refresh-main was sent to GET /api/v2/users/me, in the Authorization header");
}

TEST(RefreshTokenAtTheApi, IsAViolationAtAPathThatTheApiDoesNotKnow) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").refused(404, "not.found");
  journal.last().endpoint = Endpoint::unknown;
  journal.last().host = Host::api;
  journal.last().path = "/api/v2/oauth/token";

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1));
}

TEST(RefreshTokenAtTheApi, IsNotSentByAClientThatSendsItToTheTokenEndpoint) {
  JournalBuilder journal;
  journal.api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1").api("acme", 200);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(RefreshTokenAtTheApi, MayBeTheReportsTokenEndpointOnTheApiHost) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().host = Host::api;
  journal.last().path = "/api/v2/oauth/token";

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshTokenAtTheApi, IsNotMeantOfAccessTokens) {
  JournalBuilder journal;
  journal.api("acme", 200);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshTokenAtTheApi, HasNothingToLookAtWhereTheApiWasNotAsked) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
