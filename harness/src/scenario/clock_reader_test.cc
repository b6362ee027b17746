// "clock" and "client_clock" of a scenario.
#include <gtest/gtest.h>

#include "gcmock/harness/scenario.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

LoadedScenario load(const TestFolder& folder, const std::string& members) {
  folder.write("w.json", R"({ "orgs": { "acme": { "clients": { "app": { "authorized_grant_types": ["CODE"] } } } } })");
  return load_scenario(folder.write(
      "s.json", R"({ "title": "t", "world": "w.json", "steps": [{ "do": "call", "org": "acme" }])" + members + " }"));
}

TEST(ClockReader, LeavesTheClocksAloneWhereNothingIsSaid) {
  const TestFolder folder;

  const LoadedScenario loaded = load(folder, "");

  ASSERT_TRUE(loaded.scenario) << text_of(loaded.diagnostics);
  EXPECT_FALSE(loaded.scenario->clock);
  EXPECT_EQ(loaded.scenario->client_clock, ClientClock::own);
}

TEST(ClockReader, ReadsHowDomainTimeGoesOn) {
  const TestFolder folder;

  const LoadedScenario loaded = load(folder, R"(, "clock": { "time": "real", "offset": "25h", "factor": 60 })");

  ASSERT_TRUE(loaded.scenario) << text_of(loaded.diagnostics);
  EXPECT_EQ(loaded.scenario->clock, (DomainClock{DomainTime::follows_real_time, 25h, 60}));
}

TEST(ClockReader, ReadsThatTheClientFollows) {
  const TestFolder folder;

  const LoadedScenario loaded = load(folder, R"(, "client_clock": "follow", "clock": { "offset": "-1h" })");

  ASSERT_TRUE(loaded.scenario) << text_of(loaded.diagnostics);
  EXPECT_EQ(loaded.scenario->client_clock, ClientClock::follows);
  EXPECT_EQ(loaded.scenario->clock, (DomainClock{DomainTime::frozen, -1h, 1}));
}

}  // namespace
}  // namespace gcmock
