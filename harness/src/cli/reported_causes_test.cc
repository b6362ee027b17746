// What a reported refusal may come from: every cause of the answer table, and scenarios that do replay them.
#include "cli/reported_causes.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(ReportedCauses, AreManyForA403AndNoneForA418) {
  EXPECT_THAT(about_status(403).causes, SizeIs(testing::Ge(10U)));
  EXPECT_THAT(about_status(403).background, HasSubstr("No source shows a 403 of the real token endpoint"));
  EXPECT_THAT(about_status(418).causes, IsEmpty());
}

TEST(ReportedCauses, SayWhatGenesysCloudWouldShow) {
  for (const PossibleCause& cause : about_status(403).causes)
    EXPECT_THAT(cause.genesys_shows, Not(IsEmpty())) << cause.reason;
}

TEST(ReportedCauses, AreReplayedByScenariosThatExpectThem) {
  for (const RefusalReason reason : all_refusal_reasons()) {
    const std::string file(scenario_for(reason));
    if (file.empty()) continue;

    std::ifstream in(std::string(GCMOCK_SOURCE_DIR) + '/' + file);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};

    EXPECT_THAT(text, HasSubstr("\"refusal\": \"" + std::string(to_string(reason)) + '"')) << file;
  }
}

}  // namespace
}  // namespace gcmock
