#include "cli/touched.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string root = GCMOCK_SOURCE_DIR;
const std::string refreshed = root + "/scenarios/rotation/each_refresh_uses_the_newest_token.json";
const std::string suspended = root + "/scenarios/regressions/secondary_org_refresh_403.json";

TEST(FilesBehind, AreTheScenarioAndItsWorld) {
  EXPECT_THAT(files_behind(suspended), ElementsAre(root + "/fixtures/worlds/premium_app_two_orgs.json", suspended));
}

std::vector<std::string> touched_by(const std::set<std::string>& saved, const std::vector<std::string>& scenarios,
                                    const std::string& client) {
  const auto touched = gcmock::touched_by(saved, scenarios, files_behind_each(scenarios), client);
  EXPECT_EQ(gcmock::touched_by(saved, scenarios, {}, client), touched) << "what was not read before is read then";
  return touched;
}

TEST(TouchedBy, AScenarioIsByItselfAndByItsWorld) {
  EXPECT_THAT(touched_by({refreshed}, {refreshed, suspended}, ""), ElementsAre(refreshed));
  EXPECT_THAT(touched_by({root + "/fixtures/worlds/premium_app_two_orgs.json"}, {refreshed, suspended}, ""),
              ElementsAre(suspended));
  EXPECT_THAT(touched_by({root + "/README.md"}, {refreshed, suspended}, ""), IsEmpty());
}

TEST(TouchedBy, AllAreByAFileOfTheClient) {
  const std::string client = root + "/clients/curl";

  EXPECT_THAT(touched_by({client + "/session.sh"}, {refreshed, suspended}, client), ElementsAre(refreshed, suspended));
  EXPECT_THAT(touched_by({client + "/session.sh"}, {refreshed}, client + "/client.json"), ElementsAre(refreshed));
  EXPECT_THAT(touched_by({client + "-other/session.sh"}, {refreshed}, client), IsEmpty());
}

}  // namespace
}  // namespace gcmock
