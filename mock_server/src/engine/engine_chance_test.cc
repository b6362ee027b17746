// What actions leave to chance is drawn from the seed, anew each time that the rule speaks.
#include <gmock/gmock.h>

#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

using std::chrono::milliseconds;

/// How long each of `count` answers is held back.
std::vector<milliseconds> waits(const Delay& delay, std::size_t count, std::uint64_t seed = 1) {
  Mock mock(two_orgs(), {{Rule{{}, Stage::after_settling, {delay}, ""}}},
            {.login_prefix = "", .api_prefix = "", .seed = seed});
  std::vector<milliseconds> drawn;
  for (std::size_t i = 0; i < count; ++i) {
    const auto delivery = mock.send(api_request("GET", "/api/v2/users/me", access_token_of(primary)));
    drawn.push_back(std::get<Wait>(delivery.steps.at(0)).by);
  }
  return drawn;
}

TEST(DrawnDelay, RepeatsWithItsSeedAndOnlyWithIt) {
  const Delay uniform{UniformTime{milliseconds(100), milliseconds(300)}};
  const Delay lognormal{LognormalTime{milliseconds(200), 0.5, std::nullopt}};

  for (const auto& delay : {uniform, lognormal}) {
    EXPECT_EQ(waits(delay, 20, 7), waits(delay, 20, 7));
    EXPECT_NE(waits(delay, 20, 7), waits(delay, 20, 8));
  }
}

TEST(DrawnDelay, FillsItsRangeAndDoesNotLeaveIt) {
  const auto drawn = waits(Delay{UniformTime{milliseconds(1), milliseconds(3)}}, 100);

  EXPECT_EQ(*std::ranges::min_element(drawn), milliseconds(1));
  EXPECT_EQ(*std::ranges::max_element(drawn), milliseconds(3));
  EXPECT_GT(std::ranges::count(drawn, milliseconds(2)), 15);
}

TEST(DrawnDelay, LiesAroundItsMedianAndUnderItsLimit) {
  const auto drawn = waits(Delay{LognormalTime{milliseconds(200), 0.5, milliseconds(400)}}, 200);

  const auto below = std::ranges::count_if(drawn, [](milliseconds time) { return time < milliseconds(200); });
  EXPECT_GT(below, 75);
  EXPECT_LT(below, 125);
  EXPECT_EQ(*std::ranges::max_element(drawn), milliseconds(400));
}

}  // namespace
}  // namespace gcmock::tests
