// I-15: the client waits as long as Retry-After says.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

InvariantVerdict check(const JournalBuilder& journal) {
  return waits_for_retry_after().check(journal.evidence());
}

void puts_off_for(JournalBuilder& journal, std::chrono::seconds wait, const std::string& said) {
  journal.last().retry_after = wait;
  journal.last().answer_headers = {{"retry-after", said}};
}

JournalBuilder limited(const std::string& said = "2") {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 429);
  puts_off_for(journal, 2s, said);
  return journal;
}

TEST(RetryAfter, IsNotWaitedForByAClientThatTriesAtOnce) {
  auto journal = limited();
  journal.api("acme", 429).api("acme", 200).wait(3s).api("acme", 200);

  const auto verdict = check(journal);

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2, 3));
  EXPECT_EQ(words_of(verdict),
            "2 requests to users_me came back too early: #1 had asked for 2 s, the first came after 10 ms");
}

TEST(RetryAfter, OfThousandsOfYearsIsOneOfAnHour) {
  JournalBuilder journal;
  journal.asked("acme").api("acme", 429);
  puts_off_for(journal, 99'999'999'999s, "99999999999");
  journal.wait(61min).api("acme", 200);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RetryAfter, IsForgottenByTheNextCall) {
  auto journal = limited();
  journal.asked("acme").api("acme", 200);

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

TEST(RetryAfter, HoldsAtTheTokenEndpointAndForTroubleOfEachKind) {
  for (const int status : {429, 503}) {
    JournalBuilder journal;
    journal.asked("acme").refresh("acme/refresh-main").refused(status, "");
    puts_off_for(journal, 1s, "1");
    journal.wait(500ms).refresh("acme/refresh-main").granted("acme/refresh-1");

    EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2)) << status;
  }
}

TEST(RetryAfter, IsOverInRealTime) {
  auto journal = limited();
  journal.wait(2s).api("acme", 200);

  const auto verdict = check(journal);

  EXPECT_TRUE(verdict.violations.empty());
  EXPECT_EQ(verdict.looked_at, 1u);
}

TEST(RetryAfter, IsOverInDomainTimeOrInBothTogether) {
  auto journal = limited();
  journal.wait(1s).api("acme", 200);
  journal.last().at = Instant{} + 1s;
  EXPECT_TRUE(check(journal).violations.empty());

  auto too_early = limited();
  too_early.api("acme", 200);
  too_early.last().at = Instant{} + 1s;
  EXPECT_THAT(only_violation(check(too_early)), testing::ElementsAre(2));
}

TEST(RetryAfter, IsNotLongerWhereTheClockIsSetBack) {
  auto journal = limited();
  journal.last().at = Instant{} + 1h;
  journal.wait(2s).api("acme", 200);

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RetryAfter, ThatIsADateIsNotJudged) {
  auto journal = limited("Thu, 01 Jan 2026 00:00:02 GMT");
  journal.api("acme", 200);

  EXPECT_EQ(check(journal).looked_at, 0u);
  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RetryAfter, ThatNeverArrivedOrAsksForNothingIsNotJudged) {
  auto lost = limited();
  lost.lost().api("acme", 200);
  EXPECT_EQ(check(lost).looked_at, 0u);

  JournalBuilder none;
  none.api("acme", 429).api("acme", 200);
  EXPECT_EQ(check(none).looked_at, 0u);
}

TEST(RetryAfter, IsForAnHourAtMost) {
  JournalBuilder journal;
  journal.api("acme", 429);
  puts_off_for(journal, std::chrono::hours{24}, "86400");
  journal.api("acme", 200);
  journal.last().at = Instant{} + 1h;

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RetryAfter, IsNotForAnotherOrgTokenOrEndpoint) {
  auto journal = limited();
  journal.api("other", 200).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.api("acme", 200);
  journal.last().sightings.front().credential.label = "acme/access-1";

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RetryAfter, MayFindAParallelCallUnderWay) {
  auto journal = limited();
  journal.steps().back().calls = 2;
  journal.api("acme", 429).on_another_connection(2ms);
  EXPECT_TRUE(check(journal).violations.empty());

  journal.on_another_connection(30ms);
  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

}  // namespace
}  // namespace gcmock
