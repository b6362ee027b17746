// A delivery's steps, walked through without a socket.
#include "http/delivery_plan.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gcmock {
namespace {

using std::chrono::milliseconds;

DeliveryPlan plan_of(std::vector<DeliveryStep> steps) {
  Delivery delivery;
  delivery.bytes = "0123456789";
  delivery.steps = std::move(steps);
  return DeliveryPlan{std::move(delivery)};
}

/// What is to be done, in words; bytes are sent whole.
std::vector<std::string> walk(DeliveryPlan plan) {
  std::vector<std::string> words;
  while (words.empty() || words.back().front() != '.') {
    const auto todo = plan.next();
    if (const auto* send = std::get_if<DeliveryPlan::Send>(&todo)) {
      words.emplace_back(send->bytes);
      plan.sent(send->bytes.size());
    } else if (const auto* pause = std::get_if<DeliveryPlan::Pause>(&todo)) {
      words.push_back("wait " + std::to_string(pause->by.count()));
    } else if (std::holds_alternative<DeliveryPlan::EndByFin>(todo)) {
      words.emplace_back(".fin");
    } else if (std::holds_alternative<DeliveryPlan::EndByReset>(todo)) {
      words.emplace_back(".reset");
    } else if (const auto* linger = std::get_if<DeliveryPlan::Linger>(&todo)) {
      words.emplace_back(linger->sends_fin ? ".fin, listening" : ".silent");
    } else {
      words.emplace_back(".done");
    }
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(DeliveryPlan, SendsAllWithoutSteps) {
  EXPECT_EQ(walk(plan_of({})), (Words{"0123456789", ".done"}));
}

TEST(DeliveryPlan, DoesItsStepsInOrderAndThenSendsTheRest) {
  EXPECT_EQ(walk(plan_of({Wait{milliseconds{5}}, SendUntil{3}, Wait{milliseconds{7}}, SendUntil{4}})),
            (Words{"wait 5", "012", "wait 7", "3", "456789", ".done"}));
}

TEST(DeliveryPlan, SendsNothingAfterAnEnd) {
  EXPECT_EQ(walk(plan_of({SendUntil{4}, Close{}, SendUntil{6}})), (Words{"0123", ".fin"}));
  EXPECT_EQ(walk(plan_of({Reset{}})), (Words{".reset"}));
  EXPECT_EQ(walk(plan_of({SendUntil{4}, HalfClose{}, SendUntil{6}})), (Words{"0123", ".fin, listening"}));
  EXPECT_EQ(walk(plan_of({SendUntil{4}, Mute{}, SendUntil{6}})), (Words{"0123", ".silent"}));
}

TEST(DeliveryPlan, TakesAnOffsetBeyondTheEndAsTheEnd) {
  EXPECT_EQ(walk(plan_of({SendUntil{99}, Close{}})), (Words{"0123456789", ".fin"}));
}

TEST(DeliveryPlan, SkipsAnOffsetThatIsBehindIt) {
  EXPECT_EQ(walk(plan_of({SendUntil{4}, SendUntil{2}, Close{}})), (Words{"0123", ".fin"}));
}

TEST(DeliveryPlan, TellsWhatIsLeftAfterAPartialWrite) {
  auto plan = plan_of({SendUntil{6}, Close{}});

  plan.sent(std::get<DeliveryPlan::Send>(plan.next()).bytes.size() - 2);

  EXPECT_EQ(std::get<DeliveryPlan::Send>(plan.next()).bytes, "45");
  EXPECT_EQ(plan.bytes_sent(), 4U);
}

}  // namespace
}  // namespace gcmock
