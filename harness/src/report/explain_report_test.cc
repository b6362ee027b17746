// The report of `gcmock explain`: the refusals of a scenario, and the causes that a reported refusal may have had.
#include "report/explain_report.h"

#include <gmock/gmock.h>

#include "report/approved_text.h"
#include "report/results_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using testing::HasSubstr;

TEST(ApprovedExplainReport, SaysWhyTheTokenRequestWasRefused) {
  const std::string text = explain_report(hammering_client(), {});

  expect_approved(text, "explain_scenario.approved.txt");
}

TEST(ExplainReport, PutsTokenRequestsFirst) {
  ScenarioResult scenario = hammering_client();
  Explanation of_api_call;
  of_api_call.exchange = 1;
  of_api_call.request = "GET /api/v2/users/me";
  scenario.explanations.insert(scenario.explanations.begin(), of_api_call);

  const std::string text = explain_report(scenario, {});

  EXPECT_LT(text.find("why #4"), text.find("why #1"));
}

TEST(ExplainReport, SaysWhereNothingWasRefused) {
  ScenarioResult scenario = passed("a/b", 1ms);
  scenario.explanations.clear();

  EXPECT_THAT(explain_report(scenario, {}), HasSubstr("nothing was refused by policy"));
}

TEST(ExplainReport, ListsTheCausesOfAReportedRefusal) {
  const std::vector<PossibleCause> causes{{RefusalReason::client_not_registered_in_org,
                                           "the client is not registered in this org",
                                           "400 invalid_client (sdk_source)", "gcmock explain scenarios/x.json"}};

  const std::string text = possible_causes_report("403", causes, {});

  EXPECT_THAT(text, HasSubstr("403 of a token request: 1 possible cause to tell apart"));
  EXPECT_THAT(text, HasSubstr("real Genesys Cloud would show: 400 invalid_client (sdk_source)"));
  EXPECT_THAT(text, HasSubstr("try it: gcmock explain scenarios/x.json"));
}

}  // namespace
}  // namespace gcmock
