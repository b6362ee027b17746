// I-2: a token request is a form in UTF-8.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return form_at_the_token_endpoint().check(journal.evidence());
}

JournalBuilder refresh_sent_as(const std::string& content_type) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().request_headers = {{"content-type", content_type}};
  return journal;
}

TEST(BodyOfATokenRequest, IsAViolationAsJson) {
  const auto verdict = check(refresh_sent_as("application/json"));

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(words_of(verdict), "a token request was sent as application/json");
}

TEST(BodyOfATokenRequest, IsAViolationInAnotherEncoding) {
  const auto verdict = check(refresh_sent_as("application/x-www-form-urlencoded; charset=ISO-8859-1"));

  EXPECT_EQ(words_of(verdict), "a token request was sent as application/x-www-form-urlencoded; charset=ISO-8859-1");
}

TEST(BodyOfATokenRequest, IsAViolationWithoutAType) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().request_headers.clear();

  EXPECT_EQ(words_of(check(journal)), "a token request was sent without a Content-Type");
}

TEST(BodyOfATokenRequest, IsAFormHoweverItsTypeIsWritten) {
  for (const std::string type :
       {"application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded ; charset=\"UTF-8\""}) {
    const auto verdict = check(refresh_sent_as(type));

    EXPECT_TRUE(verdict.violations.empty()) << type;
    EXPECT_EQ(verdict.looked_at, 1u);
  }
}

TEST(BodyOfATokenRequest, IsNotJudgedWhereThereIsNone) {
  JournalBuilder journal = refresh_sent_as("application/json");
  journal.last().method = "GET";
  journal.api("acme", 200);

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
