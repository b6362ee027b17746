// The published schema of the JSON report and the reports that are written: neither has a member that the other lacks.
#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "report/json_report.h"
#include "report/results_for_tests.h"
#include "scenario/schema_violations_in_tests.h"

namespace gcmock {
namespace {

using namespace testing_results;
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

json published_schema() {
  return json::parse(std::ifstream(std::string(GCMOCK_SOURCE_DIR) + "/scenarios/schema/report.schema.json"));
}

/// Members that are not named are no longer forgiven.
json held_strictly(json schema) {
  if (schema.contains("properties")) schema["additionalProperties"] = false;
  for (json& part : schema) {
    if (part.is_structured()) part = held_strictly(part);
  }
  return schema;
}

json report() {
  ScenarioResult changed = hammering_client();
  changed.journal[0].changes = {{"/orgs/primary", "org primary was closed"}};
  changed.journal[0].request_headers = {{"Host", "api.mypurecloud.com"}};
  return json::parse(json_report(run_of({changed, lost_answer(), flaky(), vacuous(), skipped(), broken(), invalid()})));
}

TEST(JsonReportSchema, NamesEveryMemberThatIsWrittenAndNoOther) {
  EXPECT_THAT(violations(held_strictly(published_schema()), report()), IsEmpty());
}

TEST(JsonReportSchema, ForgivesMembersOfANewerGcmock) {
  json newer = report();
  newer["scenarios"][0]["mood"] = "sunny";

  EXPECT_THAT(violations(published_schema(), newer), IsEmpty());
  EXPECT_THAT(violations(held_strictly(published_schema()), newer), HasSubstr("mood"));
}

TEST(JsonReportSchema, RefusesWhatIsMissingOrOfAnotherKind) {
  json lacking = report();
  lacking["scenarios"][0]["journal"][0]["answer"].erase("status");
  json mistyped = report();
  mistyped["scenarios"][0]["status"] = "sunny";
  json newer = report();
  newer["schema_version"] = 2;

  for (const json& wrong : {lacking, mistyped, newer}) EXPECT_NE(violations(published_schema(), wrong), "");
}

}  // namespace
}  // namespace gcmock
