// I-3: no parameter is repeated in one request.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return no_repeated_parameters().check(journal.evidence());
}

TEST(RepeatedParameter, IsAViolationInATokenRequest) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").refused(400, "invalid_request");
  journal.last().request_fields = {{"scope", "users"}, {"grant_type", "refresh_token"}, {"scope", "users"}};

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(words_of(verdict), "scope stood 2 times in one request to /oauth/token");
}

TEST(RepeatedParameter, IsAViolationInAnAuthorizationRequest) {
  JournalBuilder journal;
  journal.authorize("acme", "state=a&client_id=app&state=b");

  EXPECT_EQ(words_of(check(journal)), "state stood 2 times in one request to /oauth/authorize");
}

TEST(RepeatedParameter, IsNotTheSameOneInTwoRequests) {
  JournalBuilder journal;
  journal.authorize("acme", "state=a&client_id=app");
  for (int i = 0; i < 2; ++i) {
    journal.refresh("acme/refresh-main").refused(503, "");
    journal.last().request_fields = {{"grant_type", "refresh_token"}, {"refresh_token", "‹acme/refresh-main›"}};
  }

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 3u);
}

TEST(RepeatedParameter, IsNotMeantOfTheApi) {
  JournalBuilder journal;
  journal.api("acme", 200);
  journal.last().query = "expand=a&expand=b";

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
