// Each bad habit is seen by the invariant that is there for it, in a shipped scenario; good behaviour by none.
#include <gmock/gmock.h>

#include <algorithm>
#include <optional>

#include "bad_client.h"
#include "gcmock/harness/invariants.h"
#include "gcmock/harness/run.h"

namespace gcmock::bad_clients {
namespace {

struct Case {
  Habit habit;
  std::string scenario;
  std::vector<std::string> violated;
  ScenarioStatus status = ScenarioStatus::failed;
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
    // Whether retries are seen to come right behind each other hangs on how loaded the machine is.
    if (invariant.id == "I-14") continue;
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
      {puts_its_secret_into_basic_as_it_is, "client_authentication/secret_with_reserved_characters", {"I-6"}},
      {makes_a_post_again_behind_its_reply, "roles/role_request_malformed", {"I-23"}},
      {asks_for_scope_that_nobody_granted, rotating, {"I-9"}},
      {asks_for_more_scope_behind_403, "multi_org/missing_scope_shows_on_the_api_call", {"I-17", "I-39"}},
      {says_ok_whatever_comes, "refresh_token/expired", {"I-24"}},
      {logs_its_tokens, rotating, {"I-30"}},
      {trusts_any_certificate, "hosts/certificate_expired", {"I-31"}},
      {trips_over_unknown_members, "faults/answers/members_nobody_heard_of", {"I-33"}},
      {renews_all_orgs_at_once, "clock/tokens_of_three_orgs_end_together", {"I-36"}, ScenarioStatus::passed},
      {waits_without_end, "faults/connections/silence", {"I-40"}},
  };
}

class BadHabit : public testing::TestWithParam<Case> {};

TEST_P(BadHabit, IsSeenByItsInvariant) {
  const Case& given = GetParam();

  const ScenarioResult result = run(given.scenario, given.habit);

  EXPECT_EQ(result.status, given.status) << given.scenario;
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

// Where an invariant has something to look at, and whose behaviour shows it.
struct Glance {
  std::string invariant;
  std::string scenario;
  std::optional<Habit> habit = {};  ///< empty: the reference client's
};

ScenarioResult run(const Glance& glance) {
  if (glance.habit) return run(glance.scenario, *glance.habit);
  return run_files({scenarios + glance.scenario + ".json"}, make_client_factory(built_in_profile()), {})
      .scenarios.at(0);
}

std::vector<Glance> glances() {
  const std::string rotating = "rotation/each_refresh_uses_the_newest_token";
  const std::string refused = "regressions/secondary_org_refresh_403";
  return {
      {"I-1", rotating},
      {"I-2", rotating},
      {"I-3", rotating},
      {"I-4", rotating},
      {"I-5", rotating},
      {"I-6", "client_authentication/secret_with_reserved_characters"},
      {"I-7", rotating},
      {"I-8", "rotation/no_refresh_token_returned"},
      {"I-9", rotating, Habit::asks_for_scope_that_nobody_granted},
      {"I-10", rotating},
      {"I-11", rotating},
      {"I-12", rotating},
      {"I-13", rotating},
      {"I-14", "faults/token_endpoint_unavailable"},
      {"I-15", "limits/token_limit_as_oauth_error"},
      {"I-16", "limits/without_retry_after"},
      {"I-17", "world_events/scope_taken_away_while_in_use"},
      {"I-18", "world_events/user_leaves"},
      {"I-19", refused},
      {"I-20", "reported_403/redirect_uri_mismatch"},
      {"I-21", "rotation/lost_answer_within_grace_window"},
      {"I-22", rotating},
      {"I-23", "roles/role_request_malformed"},
      {"I-24", rotating},
      {"I-25", rotating},
      {"I-26", rotating},
      {"I-27", rotating},
      {"I-28", "authorize/redirect_uri_not_registered"},
      {"I-29", "authorize/redirect_uri_not_registered"},
      {"I-30", rotating},
      {"I-31", "hosts/certificate_expired"},
      {"I-32", "faults/answers/redirect_to_another_host"},
      {"I-33", "faults/answers/members_nobody_heard_of"},
      {"I-34", "faults/answers/json_truncated"},
      {"I-35", "multi_org/client_credentials_per_org"},
      {"I-36", "clock/tokens_of_three_orgs_end_together", Habit::renews_all_orgs_at_once},
      {"I-37", "limits/without_retry_after"},
      {"I-38", "world_events/user_leaves"},
      {"I-39", "multi_org/missing_scope_shows_on_the_api_call", Habit::asks_for_more_scope_behind_403},
      {"I-40", "faults/connections/silence"},
  };
}

TEST(Invariants, AreEachLookedAtInAShippedScenario) {
  std::vector<std::string> ids;
  for (const Glance& glance : glances()) {
    ids.push_back(glance.invariant);
    const ScenarioResult result = run(glance);
    const auto found = std::ranges::find(result.invariants, glance.invariant, &InvariantResult::id);
    ASSERT_NE(found, result.invariants.end()) << glance.invariant << " in " << glance.scenario << ": " << result.note;
    EXPECT_GT(found->looked_at, 0u) << glance.invariant << " in " << glance.scenario;
    if (glance.habit) continue;
    EXPECT_EQ(found->status, InvariantResult::Status::held) << glance.invariant << " in " << glance.scenario;
  }

  std::vector<std::string> all;
  for (const Invariant& invariant : all_invariants()) all.emplace_back(invariant.id);
  EXPECT_EQ(ids, all);
}

}  // namespace
}  // namespace gcmock::bad_clients
