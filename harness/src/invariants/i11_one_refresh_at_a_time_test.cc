// I-11: at most one refresh of a grant is under way.
#include <gmock/gmock.h>

#include "invariants/journals_for_tests.h"
#include "invariants/list.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

InvariantVerdict check(const JournalBuilder& journal) {
  return one_refresh_at_a_time().check(journal.evidence());
}

// A refresh whose answer takes its time, and another on another connection, this long before that answer is there.
JournalBuilder another_before_the_answer(std::chrono::milliseconds by) {
  JournalBuilder journal;
  journal.asked("acme", Verb::call, 2).refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().delivery.finished += 100ms;
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant").on_another_connection(-by);
  return journal;
}

TEST(RefreshUnderWay, IsJoinedByAnotherWithTheSameToken) {
  const auto verdict = check(another_before_the_answer(50ms));

  EXPECT_THAT(only_violation(verdict), testing::ElementsAre(2));
  EXPECT_EQ(words_of(verdict), "1 refresh request with acme/refresh-main while another was under way");
  EXPECT_EQ(verdict.looked_at, 2u);
}

TEST(RefreshUnderWay, IsJoinedByOneThatArrivedBeforeItWasDecided) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().decided += 1ms;
  journal.refresh("acme/refresh-main").granted("acme/refresh-2").at_once();

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(2));
}

TEST(RefreshUnderWay, IsToldByArrivalWhateverTheOrderOfDecisions) {
  auto journal = another_before_the_answer(50ms);
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant");
  journal.last().connection = 3;
  journal.last().arrived = 0ms;
  journal.last().decided = 5ms;

  EXPECT_THAT(only_violation(check(journal)), testing::ElementsAre(1, 2));
}

TEST(RefreshUnderWay, IsOverWhenItsAnswerIsThere) {
  EXPECT_TRUE(check(another_before_the_answer(-1ms)).violations.empty());
  // The server's note of the delivery may be late.
  EXPECT_TRUE(check(another_before_the_answer(5ms)).violations.empty());
}

TEST(RefreshUnderWay, IsOverForAClientThatGaveItUp) {
  JournalBuilder journal;
  journal.refresh("acme/refresh-main").granted("acme/refresh-1");
  journal.last().delivery = {DeliveryState::failed, 0, 100, 2s};
  journal.refresh("acme/refresh-main").granted("acme/refresh-2");
  journal.last().connection = 2;

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshUnderWay, IsOverOnItsOwnConnectionWhenTheNextComes) {
  auto journal = another_before_the_answer(50ms);
  journal.last().connection = 1;

  EXPECT_TRUE(check(journal).violations.empty());
}

TEST(RefreshUnderWay, IsNotThatOfAnotherGrantOrClient) {
  JournalBuilder journal;
  journal.refresh("primary/refresh-main").granted("primary/refresh-1");
  journal.last().delivery.finished += 100ms;
  journal.refresh("secondary/refresh-main").granted("secondary/refresh-1").at_once();
  journal.refresh("primary/refresh-main").refused(400, "invalid_grant").by_client("other").at_once();
  journal.last().connection = 3;

  EXPECT_TRUE(check(journal).violations.empty());
}

}  // namespace
}  // namespace gcmock
