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

using testing::Ge;
using testing::IsEmpty;

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
  const bool is_of_the_login = exchange.endpoint == Endpoint::token || exchange.endpoint == Endpoint::authorize;
  return exchange.host == Host::api && !is_of_the_login && exchange.status != 0;
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

TEST(ShippedScenarios, ReachEveryReasonForARefusal) {
  std::set<RefusalReason> reached;
  for (const auto& scenario : shipped().scenarios) {
    for (const auto& exchange : scenario.journal) {
      if (exchange.refusal) reached.insert(*exchange.refusal);
    }
  }

  for (const auto reason : all_refusal_reasons()) {
    EXPECT_TRUE(reached.contains(reason)) << reason << " is reached by no scenario: write one";
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
