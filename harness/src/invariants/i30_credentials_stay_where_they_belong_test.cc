// I-30: no credential is written to a log, or into a request where it does not belong.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

const Fingerprint token{CredentialKind::refresh_token, "secondary/refresh-main", OrgName{"secondary"}, ClientId{"app"}};

InvariantVerdict check(const JournalBuilder& journal) {
  return credentials_stay_where_they_belong().check(journal.evidence());
}

JournalBuilder wrote(const std::vector<WrittenCredential>& found) {
  JournalBuilder journal;
  journal.writings() = {1, found};
  return journal;
}

TEST(StrayCredential, IsAViolationInAnOutput) {
  const auto verdict = check(wrote({{token, "standard error", 3, {}}, {token, "standard error", 9, {}}}));

  EXPECT_EQ(words_of(verdict),
            "the client wrote refresh_token secondary/refresh-main in line 3 of its standard error, and 1 time more");
  EXPECT_THAT(only_violation(verdict), testing::IsEmpty());
}

TEST(StrayCredential, IsAViolationInAFileAndTheEncodingIsSaid) {
  EXPECT_EQ(words_of(check(wrote({{token, "log/app.log", 7, {TextEncoding::base64, TextEncoding::percent}}}))),
            "the client wrote refresh_token secondary/refresh-main, percent-encoded, in base64 at log/app.log:7");
}

TEST(StrayCredential, IsOneViolationForEachCredentialFileAndEncoding) {
  EXPECT_EQ(
      check(wrote({{token, "a", 1, {}}, {token, "b", 1, {}}, {token, "a", 2, {TextEncoding::json}}})).violations.size(),
      3u);
}

TEST(StrayCredential, IsAViolationInAHeaderOfItsOwn) {
  JournalBuilder journal;
  for (int i = 0; i < 2; ++i) {
    journal.api("acme", 200)
        .carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::other_header, "X-Debug");
  }
  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1, 2));
  EXPECT_EQ(words_of(check(journal)), "client_secret acme/secret-app stood in header X-Debug of GET /api/v2/users/me");

  JournalBuilder at_login;
  at_login.refresh("acme/refresh-main")
      .carrying(CredentialKind::access_token, "acme/access-main", SightingPlace::other_header, "Cookie");
  EXPECT_THAT(only_violation(check(at_login)), testing::ElementsAre(1));
}

TEST(StrayCredential, IsAViolationInAnotherOrgsRequest) {
  JournalBuilder journal;
  journal.api("acme", 200)
      .carrying(CredentialKind::client_secret, "other/secret-app", SightingPlace::body_field, "body");
  journal.last().sightings.back().encodings = {TextEncoding::base64};

  EXPECT_EQ(words_of(check(journal)),
            "client_secret other/secret-app stood in the body, in base64 of a request for org acme");
}

TEST(StrayCredential, IsLeftToTheInvariantThatIsThereForIt) {
  JournalBuilder journal;
  journal.api("acme", 200)
      .carrying(CredentialKind::access_token, "acme/access-main", SightingPlace::other_header, "X-Token")
      .carrying(CredentialKind::refresh_token, "acme/refresh-main", SightingPlace::other_header, "X-Token")
      .carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::request_target, "x");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(StrayCredential, IsNoneWhereItBelongs) {
  auto journal = wrote({});
  journal.api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::authorization_header,
                   "Authorization");
  journal.api("acme", 200)
      .carrying(CredentialKind::client_secret, "acme/secret-app", SightingPlace::body_field, "body");

  EXPECT_TRUE(check(journal).violations.empty());
  EXPECT_EQ(check(journal).looked_at, 4u);
}

TEST(StrayCredential, HasNothingToLookAtWhereNoneWasSentOrWritten) {
  JournalBuilder journal;
  journal.api("acme", 401);
  journal.last().sightings.clear();

  EXPECT_EQ(check(journal).looked_at, 0u);
}

}  // namespace
}  // namespace gcmock
