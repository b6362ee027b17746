// All shipped scenarios with the reference client: their answers are the description's, lean on claims, and reach every
// reason for a refusal; and the reference client sends what is declared.
#include <gmock/gmock.h>

#include <set>

#include "answers.h"
#include "gcmock/evidence/claims.h"
#include "gcmock/harness/run.h"
#include "vendor_document.h"

namespace gcmock::contract_tests {
namespace {

using testing::Contains;
using testing::Ge;
using testing::IsEmpty;
using testing::Not;
using enum RefusalReason;

const RunResult& shipped() {
  static const RunResult result = [] {
    RunOptions options;
    options.jobs = 4;
    return run_files(find_scenario_files({GCMOCK_SOURCE_DIR "/scenarios"}), make_client_factory(built_in_profile()),
                     options);
  }();
  return result;
}

// A journal keeps so much of a body; one that was cut is no JSON any more.
bool is_whole(const Exchange& exchange) {
  constexpr std::size_t nearly_the_limit = 4090;
  return exchange.answer_body.size() < nearly_the_limit;
}

bool is_of_the_api(const Exchange& exchange) {
  return exchange.host == Host::api && exchange.endpoint != Endpoint::token && exchange.status != 0;
}

TEST(ShippedScenarios, AreAnsweredAsTheDescriptionAllows) {
  AnswerContract contract(vendor_document());
  std::size_t held = 0;
  for (const auto& scenario : shipped().scenarios) {
    for (const auto& exchange : scenario.journal) {
      if (!is_of_the_api(exchange) || is_scripted(exchange) || !is_whole(exchange)) continue;
      ++held;
      EXPECT_THAT(unlisted_deviations(contract, exchange, exchange.answer_body), IsEmpty()) << scenario.id;
    }
  }
  EXPECT_THAT(held, Ge(100U));
}

TEST(ShippedScenarios, AreAnsweredByNothingThatTheLedgerDoesNotHave) {
  for (const auto& scenario : shipped().scenarios) {
    for (const auto& exchange : scenario.journal) {
      EXPECT_TRUE(is_scripted(exchange) || !claims_of(exchange).empty())
          << scenario.id << ": " << exchange << ", and no claim of mock_server/src/evidence says why";
    }
  }
}

// Reasons that no shipped scenario reaches yet. It shrinks: one that is reached must go.
const std::set<RefusalReason> not_yet_reached{
    bearer_idle,
    api_permissions_missing,
    oauth_client_not_found,
    media_type_unsupported,
    body_malformed,
    body_member_missing,
    body_value_invalid,
    query_value_invalid,
    entity_not_found,
    request_conflict,
    client_grant_type_required,
    client_grant_type_invalid,
    client_scope_missing,
    client_scope_invalid,
    client_roles_missing,
    client_role_invalid,
    client_roles_exceed_caller,
    client_must_start_active,
    client_edit_while_disabled,
    too_many_clients,
    client_not_deletable,
    idle_timeout_out_of_range,
    idle_timeout_out_of_hipaa_range,
    user_not_found,
    org_version_conflict,
    role_request_malformed,
    too_many_role_ids,
    too_many_subject_ids,
    role_divisions_invalid,
    subject_type_invalid,
    division_name_invalid,
    division_name_too_long,
    resource_exists,
    pairing_id_required,
    trust_with_self,
    trustee_user_required,
    trustee_user_or_group_required,
    trustee_user_not_found,
    trustor_permissions_missing,
    too_many_integrations,
    integration_version_conflict,
};

TEST(ShippedScenarios, ReachEveryReasonForARefusal) {
  std::set<RefusalReason> reached;
  for (const auto& scenario : shipped().scenarios) {
    for (const auto& exchange : scenario.journal) {
      if (exchange.refusal) reached.insert(*exchange.refusal);
    }
  }

  for (const auto reason : all_refusal_reasons()) {
    EXPECT_NE(reached.contains(reason), not_yet_reached.contains(reason))
        << reason << (reached.contains(reason) ? " is reached: take it off the list" : " is reached by no scenario");
  }
}

// What is not declared may be sent on purpose: then it is what the mock refuses.
TEST(ShippedScenarios, MakeTheReferenceClientSendOnlyWhatIsDeclaredOrRefused) {
  for (const auto& scenario : shipped().scenarios) {
    for (const auto& exchange : scenario.journal) {
      EXPECT_TRUE(exchange.refusal || exchange.contract_findings.empty())
          << scenario.id << ": " << testing::PrintToString(exchange.contract_findings);
    }
  }
}

}  // namespace
}  // namespace gcmock::contract_tests
