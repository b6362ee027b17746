// I-27: an access token is sent in the Authorization header, and nowhere besides.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return bearer_in_the_authorization_header().check(journal.evidence());
}

JournalBuilder call_with_token_also(SightingPlace where, const std::string& name) {
  JournalBuilder journal;
  journal.api("acme", 200);
  journal.carrying(CredentialKind::access_token, "acme/access-main", where, name);
  return journal;
}

TEST(PlaceOfABearerToken, IsAViolationInTheUrl) {
  const auto verdict = check(call_with_token_also(SightingPlace::request_target, "access_token"));

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(words_of(verdict), "acme/access-main was sent in the URL");
}

TEST(PlaceOfABearerToken, IsAViolationInTheBody) {
  EXPECT_EQ(words_of(check(call_with_token_also(SightingPlace::body_field, "body"))),
            "acme/access-main was sent in the body");
}

TEST(PlaceOfABearerToken, IsAViolationInAHeaderOfItsOwn) {
  EXPECT_EQ(words_of(check(call_with_token_also(SightingPlace::other_header, "X-Token"))),
            "acme/access-main was sent in the header X-Token");
}

TEST(PlaceOfABearerToken, IsAViolationAlsoWithoutTheAuthorizationHeader) {
  JournalBuilder journal;
  for (int i = 0; i < 2; ++i) {
    journal.api("acme", 401);
    journal.last().sightings.clear();
    journal.carrying(CredentialKind::access_token, "acme/access-main", SightingPlace::request_target, "access_token");
  }

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1, 2));
}

TEST(PlaceOfABearerToken, IsTheAuthorizationHeader) {
  JournalBuilder journal;
  journal.api("acme", 200);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(PlaceOfABearerToken, IsNotMeantOfOtherCredentials) {
  JournalBuilder journal;
  journal.api("acme", 200);
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::body_field, "body");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(PlaceOfABearerToken, IsNotMeantOfTheTokenEndpoint) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.carrying(CredentialKind::access_token, "acme/access-main", SightingPlace::body_field, "token");

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
