// "client_clock": "follow": both sides jump together, or the scenario is not run.
#include <gmock/gmock.h>

#include "gcmock/harness/run.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::string scenario = std::string(GCMOCK_SOURCE_DIR) + "/scenarios/clock/access_token_of_24_hours.json";

ClientProfile session_of(std::vector<std::string> command) {
  ClientProfile profile;
  profile.name = "probe";
  profile.driver = ClientProfile::Driver::session;
  profile.command = std::move(command);
  return profile;
}

ScenarioResult run_with(const ClientFactory& factory) {
  return run_files({scenario}, factory, {}).scenarios.at(0);
}

// Says that it is well until a day has gone by since it was started, and needs_user from then on.
const char* const daily = R"(born=$(date +%s)
while read -r line; do
  now=$(date +%s)
  case $line in *'"now"'*) echo "{\"now_ms\":${now}000}"; continue ;; esac
  if [ $((now - born)) -lt 86400 ]; then echo '{"outcome":"ok"}'; else echo '{"outcome":"needs_user"}'; fi
done)";

TEST(FollowingClient, SeesTheJumpOfTheScenario) {
  const ScenarioResult result = run_with(make_client_factory(session_of({"sh", "-c", daily})));

  ASSERT_EQ(result.steps.size(), 3U) << result.note;
  EXPECT_EQ(result.steps[0].got, Outcome::ok);
  EXPECT_EQ(result.steps[2].got, Outcome::needs_user) << "its clock stood still";
}

TEST(FollowingClient, IsNotRunWhereItsClockStays) {
  const ScenarioResult result = run_with(make_client_factory(session_of({CLOCK_PROBE_STATIC})));

  EXPECT_EQ(result.status, ScenarioStatus::skipped);
  EXPECT_THAT(result.note,
              HasSubstr("not run: this client's clock does not follow domain time: it did not see a jump"));
  EXPECT_THAT(result.journal, IsEmpty());
}

// An object in this process that never said that its clock can be moved.
class Unmoved final : public ClientUnderTest {
 public:
  std::optional<ClientBroke> start(const ClientEnvironment&) override { return std::nullopt; }
  ClientAnswer perform(const ClientCall&, std::chrono::milliseconds) override { return ClientReply{}; }
  ClientOutput finish(std::chrono::milliseconds) override { return {}; }
};

TEST(FollowingClient, IsNotRunWhereNobodySaysThatItsClockCanBeMoved) {
  const ScenarioResult result = run_with([] { return std::make_unique<Unmoved>(); });

  EXPECT_EQ(result.status, ScenarioStatus::skipped);
  EXPECT_THAT(result.note, HasSubstr("it does not say that its clock can be moved"));
}

TEST(FollowingClient, PassesWhereItIsTheReferenceClient) {
  const ScenarioResult result = run_with(make_client_factory(built_in_profile()));

  EXPECT_EQ(result.status, ScenarioStatus::passed) << result.note;
}

}  // namespace
}  // namespace gcmock
