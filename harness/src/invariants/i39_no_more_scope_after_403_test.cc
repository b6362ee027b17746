// I-39: a 403 of the API is not answered with a request for more scope.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

InvariantVerdict check(const JournalBuilder& journal) {
  return no_more_scope_after_403().check(journal.evidence());
}

JournalBuilder& asking_for(JournalBuilder& journal, std::vector<Scope> scope) {
  journal.last().requested_scope = std::move(scope);
  return journal;
}

JournalBuilder begun_with_scope_users() {
  JournalBuilder journal;
  journal.asked("acme", Verb::authorize).authorize("acme", "scope=users");
  return asking_for(journal, {Scope{"users"}});
}

TEST(ScopeAfter403, IsAViolationWhereItGrows) {
  JournalBuilder journal = begun_with_scope_users();
  journal.asked("acme").api("acme", 403).authorize("acme", "scope=users+oauth");
  asking_for(journal, {Scope{"users"}, Scope{"oauth"}});

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(3));
  EXPECT_EQ(words_of(verdict),
            "scope oauth was asked for, for the first time, after the 403 of the API for org acme in #2");
}

TEST(ScopeAfter403, IsAViolationAlsoInARefresh) {
  JournalBuilder journal = begun_with_scope_users();
  journal.asked("acme").api("acme", 403).refresh("acme/refresh-main").refused(400, "invalid_scope");
  asking_for(journal, {Scope{"oauth"}});

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(3));
}

TEST(ScopeAfter403, IsFineWhereItStays) {
  JournalBuilder journal = begun_with_scope_users();
  journal.asked("acme").api("acme", 403).refresh("acme/refresh-main").granted("acme/refresh-1");
  asking_for(journal, {Scope{"users"}});

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(ScopeAfter403, MayGrowWhereTheClientIsToldToAuthorize) {
  JournalBuilder journal = begun_with_scope_users();
  journal.asked("acme").api("acme", 403);
  journal.asked("acme", Verb::authorize).authorize("acme", "scope=oauth");
  asking_for(journal, {Scope{"oauth"}});

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ScopeAfter403, IsOfNoConcernToAnotherOrg) {
  JournalBuilder journal = begun_with_scope_users();
  journal.asked("acme").api("acme", 403).refresh("other/refresh-main").granted("other/refresh-1");
  asking_for(journal, {Scope{"oauth"}});

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ScopeAfter403, IsNotARequestThatWasUnderWayBefore) {
  JournalBuilder journal = begun_with_scope_users();
  journal.asked("acme").api("acme", 403).refresh("acme/refresh-main").granted("acme/refresh-1").at_once();
  asking_for(journal, {Scope{"oauth"}});

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(ScopeAfter403, IsNotJudgedWhereNobodyKnowsWhatWasAskedForBefore) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 403).refresh("acme/refresh-main").granted("acme/refresh-1");
  asking_for(journal, {Scope{"users"}});

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
