// I-14: retries behind 429 and 5xx are spaced, and further apart each time.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

InvariantVerdict check(const JournalBuilder& journal) {
  return retries_grow_apart().check(journal.evidence());
}

// A refresh, and another one behind each of these pauses.
JournalBuilder retries_after(const std::vector<int>& pauses, int status = 503) {
  JournalBuilder journal;
  journal.asked("acme").refresh("acme/refresh-main").refused(status, "");
  for (const int pause : pauses) {
    journal.wait(milliseconds{pause - 10}).refresh("acme/refresh-main").refused(status, "");
  }
  return journal;
}

TEST(Retries, AreViolatedByRequestsRightBehindEachOther) {
  const auto verdict = check(retries_after({1, 2}));

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2, 3));
  EXPECT_EQ(words_of(verdict),
            "3 requests to /oauth/token came one right behind the other, although #1 and the next had put the client "
            "off");
}

TEST(Retries, AreViolatedByEqualSteps) {
  for (const int status : {429, 500, 503}) {
    const auto verdict = check(retries_after({500, 500, 510}, status));

    EXPECT_THAT(only_violation(verdict), testing::ElementsAre(1, 2, 3, 4)) << status;
    EXPECT_THAT(words_of(verdict), testing::HasSubstr("came in equal steps of 500 ms"));
  }
}

TEST(Retries, MayGrowApartWithAndWithoutJitter) {
  for (const auto& pauses : std::vector<std::vector<int>>{
           {50, 100}, {500, 1000, 2000}, {300, 900, 700}, {1, 200}, {1, 200, 400}, {500, 1000, 1000}}) {
    const auto verdict = check(retries_after(pauses));
    EXPECT_TRUE(verdict.violations.empty()) << testing::PrintToString(pauses);
    EXPECT_EQ(verdict.looked_at, 1u);
  }
}

TEST(Retries, AreNotJudgedByOnePauseOrByTwoThatMayBeChance) {
  EXPECT_EQ(check(retries_after({1})).looked_at, 0u);
  EXPECT_TRUE(check(retries_after({500, 500})).violations.empty());
}

TEST(Retries, AreNotJudgedWhereTheServerSaysHowLongToWait) {
  JournalBuilder journal;
  journal.asked("acme");
  for (int i = 0; i < 5; ++i) {
    journal.wait(std::chrono::seconds{1}).api("acme", 429);
    journal.last().retry_after = std::chrono::seconds{1};
  }

  EXPECT_EQ(check(journal).looked_at, 0u);
}

TEST(Retries, AreNotCallsThatTheCallerMakes) {
  JournalBuilder journal;
  for (int i = 0; i < 5; ++i) journal.asked("acme").api("acme", 503);
  EXPECT_EQ(check(journal).looked_at, 0u);

  JournalBuilder parallel;
  parallel.asked("acme", Verb::call, 4);
  for (int i = 0; i < 4; ++i) parallel.api("acme", 503);
  EXPECT_EQ(check(parallel).looked_at, 0u);
}

TEST(Retries, AreOfOneOperationEach) {
  JournalBuilder journal;
  journal.asked("acme");
  for (const char* path : {"/api/v2/users/me", "/api/v2/a", "/api/v2/b", "/api/v2/c"}) {
    journal.api("acme", 503);
    journal.last().path = path;
  }

  EXPECT_EQ(check(journal).looked_at, 0u);
}

TEST(Retries, MayBeSpacedInDomainTime) {
  auto journal = retries_after({1, 1});
  journal.last().at = Instant{} + std::chrono::seconds{2};

  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
