// I-32: no credential is sent where a redirect points.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return credentials_follow_no_redirect().check(journal.evidence());
}

JournalBuilder& at(JournalBuilder& journal, const std::string& host, const std::string& path) {
  journal.last().request_headers = {{"Host", host}};
  journal.last().path = path;
  return journal;
}

JournalBuilder& redirected(JournalBuilder& journal, const std::string& location) {
  journal.last().status = 307;
  journal.last().answer_headers = {{"Location", location}};
  return journal;
}

JournalBuilder refresh_redirected_to(const std::string& location) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main");
  at(journal, "login.example", "/oauth/token");
  return redirected(journal, location);
}

JournalBuilder call_redirected_to(const std::string& location) {
  JournalBuilder journal;
  journal.api("acme", 307);
  at(journal, "api.example", "/api/v2/users/me");
  return redirected(journal, location);
}

TEST(Redirect, IsAViolationFollowedFromTheTokenEndpoint) {
  JournalBuilder journal = refresh_redirected_to("/oauth/elsewhere?x=1");
  at(journal.refresh("acme/refresh-main").refused(404, ""), "login.example", "/oauth/elsewhere");

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict), "acme/refresh-main was sent to /oauth/elsewhere as the 307 in #1 said");
}

TEST(Redirect, IsAViolationFollowedToAnotherHost) {
  JournalBuilder journal = refresh_redirected_to("https://other.example/oauth/token");
  at(journal.refresh("acme/refresh-main").refused(404, ""), "other.example", "/oauth/token");
  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));

  JournalBuilder call = call_redirected_to("https://other.example");
  at(call.api("acme", 200), "other.example", "/");
  EXPECT_EQ(words_of(check(call)), "acme/access-main was sent to / as the 307 in #1 said");
}

TEST(Redirect, IsFineWhereItIsNotFollowed) {
  JournalBuilder journal = refresh_redirected_to("/oauth/elsewhere");
  at(journal.refresh("acme/refresh-main").granted("acme/refresh-1"), "login.example", "/oauth/token");

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(Redirect, IsFineWhereNoCredentialGoesAlong) {
  JournalBuilder journal = refresh_redirected_to("/oauth/elsewhere");
  at(journal.api("acme", 404), "login.example", "/oauth/elsewhere");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Redirect, IsNotWhatAnotherStepAsksThere) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main");
  redirected(at(journal, "login.example", "/oauth/token"), "https://other.example/oauth/token");
  journal.asked("acme").refresh("acme/refresh-main");
  at(journal, "other.example", "/oauth/token");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Redirect, IsNotWhatWasUnderWayBefore) {
  JournalBuilder journal = refresh_redirected_to("/oauth/elsewhere");
  at(journal.refresh("acme/refresh-main").at_once(), "login.example", "/oauth/elsewhere");

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Redirect, HasNothingToLookAtWithinTheHostOfTheApi) {
  JournalBuilder journal = call_redirected_to("/api/v2/users/me/");
  at(journal.api("acme", 200), "api.example", "/api/v2/users/me/");

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(Redirect, HasNothingToLookAtWhereItLeadsBack) {
  JournalBuilder journal = refresh_redirected_to("https://login.example/oauth/token");
  at(journal.refresh("acme/refresh-main"), "login.example", "/oauth/token");

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
