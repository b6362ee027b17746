// I-9: a refresh asks for no scope beyond what was granted.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return refresh_scope_within_grant().check(journal.evidence());
}

JournalBuilder refresh_for(const std::string& scope) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().requested_scope = {Scope{scope}};
  journal.last().trail = {{Check::scope_is_within_grant, Finding::passed, "", ""}};
  return journal;
}

TEST(ScopeOfARefresh, IsAViolationBeyondTheGrant) {
  JournalBuilder journal = refresh_for("oauth");
  journal.refused(400, "invalid_scope");
  journal.last().trail = {{Check::scope_is_within_grant, Finding::failed, "no more than users", "oauth"}};

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1));
  EXPECT_EQ(words_of(verdict), "a refresh asked for scope oauth where no more than users was granted");
}

TEST(ScopeOfARefresh, MayBeWithinTheGrant) {
  const auto verdict = check(refresh_for("users"));

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(ScopeOfARefresh, IsNotJudgedWhereNoneIsAskedFor) {
  JournalBuilder journal = refresh_for("users");
  journal.last().requested_scope.clear();

  EXPECT_EQ(check(journal).looked_at, 0u);
}

TEST(ScopeOfARefresh, IsNotJudgedWhereAnotherThingWasWrongFirst) {
  JournalBuilder journal = refresh_for("oauth");
  journal.refused(400, "invalid_grant");
  journal.last().trail = {{Check::token_is_known, Finding::failed, "", ""}};

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ScopeOfARefresh, IsNotThatOfAnAuthorization) {
  JournalBuilder journal;
  journal.authorize("acme", "scope=oauth");
  journal.last().requested_scope = {Scope{"oauth"}};
  journal.last().trail = {{Check::scope_is_within_grant, Finding::failed, "no more than users", "oauth"}};

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
