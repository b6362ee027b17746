// Many scenarios: what is begun, and what is left where the run is told to stop.
#include <gmock/gmock.h>

#include "gcmock/harness/run.h"

namespace gcmock {
namespace {

const std::string good = GCMOCK_SOURCE_DIR "/scenarios/multi_org/healthy_two_org_refresh.json";

TEST(RunFiles, BeginsNothingOnceItIsToldToStop) {
  std::stop_source told;
  RunOptions options;
  options.stop = told.get_token();
  int finished = 0;

  const RunResult run = run_files({good, good, good}, make_client_factory(built_in_profile()), options,
                                  [&](const ScenarioResult&) { told.request_stop(), ++finished; });

  EXPECT_EQ(finished, 1) << "what was begun is ended and told of";
  ASSERT_THAT(run.scenarios, testing::SizeIs(3));
  EXPECT_EQ(run.scenarios[0].status, ScenarioStatus::passed) << run.scenarios[0].note;
  EXPECT_EQ(run.scenarios[1].status, ScenarioStatus::not_run);
  EXPECT_EQ(run.scenarios[2].id, "multi_org/healthy_two_org_refresh") << "named all the same";
}

}  // namespace
}  // namespace gcmock
