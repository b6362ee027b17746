// The report of `gcmock explain`: the refusals of a scenario, and the causes that a reported refusal may have had.
#include "report/explain_report.h"

#include <gmock/gmock.h>

#include "report/approved_text.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using testing::HasSubstr;
using testing::Not;

TEST(ApprovedExplainReport, SaysWhyTheTokenRequestWasRefused) {
  const std::string text = explain_report(hammering_client(), {});

  expect_approved(text, "explain_scenario.approved.txt");
}

Explanation of_api_call(int status) {
  Explanation made;
  made.exchange = 1;
  made.request = "GET /api/v2/users/me";
  made.status = status;
  made.reason = status == 401 ? RefusalReason::bearer_expired : RefusalReason::api_scope_missing;
  made.trail = {{false, "the claim that failed", ""}};
  return made;
}

TEST(ExplainReport, PutsTokenRequestsFirst) {
  ScenarioResult scenario = hammering_client();
  scenario.explanations.insert(scenario.explanations.begin(), of_api_call(403));

  const std::string text = explain_report(scenario, {});

  EXPECT_LT(text.find("why #4"), text.find("why #1"));
}

TEST(ExplainReport, HasOneLineForAnExpiredAccessToken) {
  ScenarioResult scenario = hammering_client();
  scenario.explanations.push_back(of_api_call(401));

  const std::string text = explain_report(scenario, {});

  EXPECT_THAT(text, HasSubstr("\n  #1  GET /api/v2/users/me → 401 · bearer_expired\n"));
  EXPECT_THAT(text, Not(HasSubstr("why #1")));
}

TEST(ExplainReport, SaysWhereNoTokenRequestWasRefused) {
  ScenarioResult scenario = passed("a/b", 1ms);
  scenario.explanations.clear();

  EXPECT_THAT(explain_report(scenario, {}), HasSubstr("no token request was refused by policy"));
}

TEST(ApprovedExplainReport, ListsTheCausesOfAReportedRefusal) {
  const ReportedRefusal refusal{
      "403",
      "No source shows a 403 of the real token endpoint.",
      {{RefusalReason::client_not_registered_in_org, "400 invalid_client (sdk_source)",
        "gcmock explain scenarios/x.json"},
       {RefusalReason::refresh_token_expired, "400 invalid_grant (assumed)", "gcmock explain scenarios/y.json"},
       {RefusalReason::refresh_token_revoked, "400 invalid_grant (assumed)", ""}}};

  const std::string text = possible_causes_report(refusal, {});

  expect_approved(text, "explain_causes.approved.txt");
}

}  // namespace
}  // namespace gcmock
