// Each bad habit is seen by the invariant that is there for it, in a shipped scenario; good behaviour by none.
#include <gmock/gmock.h>

#include "bad_client.h"
#include "gcmock/harness/run.h"

namespace gcmock::bad_clients {
namespace {

struct Case {
  Habit habit;
  std::string scenario;
  std::vector<std::string> violated;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
  return out << one.habit << " in " << one.scenario;
}

const std::string scenarios = std::string(GCMOCK_SOURCE_DIR) + "/scenarios/";

ScenarioResult run(const std::string& scenario, Habit habit) {
  return run_files({scenarios + scenario + ".json"}, client_with(habit), {}).scenarios.at(0);
}

std::vector<std::string> violated_by(const ScenarioResult& result) {
  std::vector<std::string> ids;
  for (const InvariantResult& invariant : result.invariants) {
    if (invariant.status == InvariantResult::Status::violated) ids.push_back(invariant.id);
  }
  return ids;
}

std::vector<Case> cases() {
  using enum Habit;
  const std::string rotating = "rotation/each_refresh_uses_the_newest_token";
  return {
      {puts_its_secret_in_the_url, rotating, {"I-5"}},
      {forgets_the_rotated_token, rotating, {"I-7"}},
      {drops_the_token_when_none_is_returned, "rotation/no_refresh_token_returned", {"I-8"}},
      {uses_the_secret_of_another_org, "multi_org/healthy_two_org_refresh", {"I-10"}},
      {refreshes_as_long_as_401_comes, "faults/api_keeps_answering_401", {"I-12", "I-13"}},
      {tries_without_end, "faults/token_endpoint_unavailable", {"I-13"}},
      {refreshes_on_403, "multi_org/missing_role_shows_on_the_api_call", {"I-17"}},
      {presents_a_dead_token_again, "refresh_token/expired", {"I-18"}},
      {hammers_when_it_is_refused, "regressions/secondary_org_refresh_403", {"I-19"}},
      {gives_up_all_orgs_with_one, "regressions/secondary_org_refresh_403", {"I-19"}},
      {sends_the_refresh_token_as_bearer, rotating, {"I-25"}},
  };
}

class BadHabit : public testing::TestWithParam<Case> {};

TEST_P(BadHabit, IsSeenByItsInvariant) {
  const Case& given = GetParam();

  const ScenarioResult result = run(given.scenario, given.habit);

  EXPECT_EQ(result.status, ScenarioStatus::failed) << given.scenario;
  EXPECT_THAT(violated_by(result), testing::ElementsAreArray(given.violated)) << given.scenario;
}

TEST_P(BadHabit, IsAllThatSetsTheClientApart) {
  const Case& given = GetParam();

  const ScenarioResult result = run(given.scenario, Habit::none);

  EXPECT_THAT(violated_by(result), testing::IsEmpty()) << given.scenario;
  EXPECT_EQ(result.status, ScenarioStatus::passed) << given.scenario;
}

std::string name_of(const testing::TestParamInfo<Case>& one) {
  return std::string(to_string(one.param.habit));
}

INSTANTIATE_TEST_SUITE_P(Shipped, BadHabit, testing::ValuesIn(cases()), name_of);

}  // namespace
}  // namespace gcmock::bad_clients
