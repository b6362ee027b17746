// I-1: the token endpoint is asked by POST.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return post_at_the_token_endpoint().check(journal.evidence());
}

TEST(MethodAtTheTokenEndpoint, IsAViolationWhereItIsGet) {
  JournalBuilder journal;
  journal.api("acme", 401).refresh("acme/refresh-main").refused(405, "method.not.allowed");
  journal.last().method = "GET";

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict), "the token endpoint was asked by GET /oauth/token");
}

TEST(MethodAtTheTokenEndpoint, IsPost) {
  JournalBuilder journal;
  journal.api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1").api("acme", 200);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(MethodAtTheTokenEndpoint, IsNotThatOfABrowsersPreflight) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").refused(405, "method.not.allowed");
  journal.last().method = "OPTIONS";

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
