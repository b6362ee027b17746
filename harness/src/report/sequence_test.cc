// What a sequence diagram is drawn from: order, lanes, and what became of answers.
#include "report/sequence.h"

#include <gmock/gmock.h>

#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

/// "step 1 · …", "→ #1 …", "note", "← #1 …": in the order of the drawing.
std::vector<std::string> lines_of(const Sequence& sequence) {
  struct Worded {
    std::string operator()(const SequenceStep& step) const { return step.what; }
    std::string operator()(const SequenceRequest& request) const { return "→ " + request.what; }
    std::string operator()(const SequenceNote& note) const { return note.what; }
    std::string operator()(const SequenceAnswer& answer) const { return "← " + answer.what; }
  };
  std::vector<std::string> lines;
  for (const SequenceEvent& event : sequence.events) lines.push_back(std::visit(Worded{}, event.what));
  return lines;
}

ScenarioResult two_at_once() {
  ScenarioResult scenario = passed("races/two_at_once", 9ms);
  scenario.steps[0].started = 1ms;
  scenario.journal = {api_call(1, "primary", 200), api_call(2, "secondary", 200)};
  scenario.journal[0].delivery.finished = 40ms;
  scenario.journal[1].delivery.finished = 30ms;
  return scenario;
}

TEST(Sequence, PutsAnswersWhereTheyWentOut) {
  EXPECT_THAT(lines_of(sequence_of(two_at_once())),
              ElementsAre(StartsWith("step 1 · call primary"), StartsWith("→ #1"), StartsWith("→ #2"),
                          StartsWith("← #2"), StartsWith("← #1")));
}

TEST(Sequence, HasALaneForEachOrgInTheOrderOfTheirFirstExchange) {
  ScenarioResult scenario = two_at_once();
  scenario.journal.push_back(api_call(3, "primary", 404));
  scenario.journal.back().subject.org.reset();

  EXPECT_THAT(sequence_of(scenario).orgs, ElementsAre("primary", "secondary", "no org"));
}

TEST(Sequence, PutsTheRuleBeforeTheAnswerThatItSpoilt) {
  const Sequence sequence = sequence_of(lost_answer());

  const auto lines = lines_of(sequence);
  const auto rule = std::ranges::find(lines, "rule 1, after_settling: cut before headers");
  ASSERT_NE(rule, lines.end());
  EXPECT_THAT(*(rule + 1), HasSubstr("lost: cut, 0 of 312 bytes sent"));
  const auto& answer = sequence.events[static_cast<std::size_t>(rule - lines.begin()) + 1];
  EXPECT_EQ(std::get<SequenceAnswer>(answer.what).arrival, Arrival::lost);
}

TEST(Sequence, NamesWhatDidNotHoldBecauseOfAnExchange) {
  const Sequence sequence = sequence_of(hammering_client());

  for (const SequenceEvent& event : sequence.events) {
    const auto* request = std::get_if<SequenceRequest>(&event.what);
    if (request == nullptr) continue;
    const std::string blamed = event.exchange < 4 ? "" : event.exchange == 4 ? "check" : "check, I-19";
    EXPECT_EQ(request->blamed_by, blamed) << request->what;
  }
}

TEST(Sequence, PutsAnAnswerIntoTheStepThatItEndedThoughItWasNotedAMomentLater) {
  ScenarioResult scenario = passed("a/b", 9ms);
  scenario.steps.push_back(scenario.steps[0]);
  scenario.journal = {api_call(1, "primary", 200)};
  scenario.steps[0].started = 1ms;
  scenario.steps[0].ended = 20ms;
  scenario.steps[1].started = 20ms;
  scenario.journal[0].delivery.finished = 21ms;

  EXPECT_THAT(lines_of(sequence_of(scenario)),
              ElementsAre(StartsWith("step 1"), StartsWith("→ #1"), StartsWith("← #1"), StartsWith("step 2")));
  scenario.journal[0].delivery.finished = 500ms;
  EXPECT_THAT(lines_of(sequence_of(scenario)).back(), StartsWith("← #1")) << "an answer that came late";
}

TEST(Sequence, WordsARuleInFullWhereItSpeaksFirst) {
  ScenarioResult scenario = lost_answer();
  scenario.journal[2].rule = scenario.journal[1].rule;

  const auto lines = lines_of(sequence_of(scenario));

  EXPECT_EQ(std::ranges::count(lines, "rule 1, after_settling: cut before headers"), 1);
  EXPECT_EQ(std::ranges::count(lines, "rule 1"), 1);
}

TEST(Sequence, PutsWhatWasNotRunLast) {
  EXPECT_THAT(lines_of(sequence_of(lost_answer())).back(), StartsWith("step 3"));
}

}  // namespace
}  // namespace gcmock
