// One GoogleTest test for each scenario file.
#include "gcmock/harness/register_scenarios.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>

#include "gcmock/harness/scenario.h"
#include "gtest_support/scenario_failures.h"

namespace gcmock {
namespace {

class ScenarioTest : public testing::Test {
 public:
  ScenarioTest(std::string file, ClientFactory client, RunOptions options)
      : file_(std::move(file)), client_(std::move(client)), options_(std::move(options)) {}

  void TestBody() override {
    const RunResult run = run_files({file_}, client_, options_);
    const ScenarioResult& result = run.scenarios.at(0);
    if (result.status == ScenarioStatus::skipped) GTEST_SKIP() << result.note;
    tell_contract_findings(result);
    add_failures(result);
  }

 private:
  std::string file_;
  ClientFactory client_;
  RunOptions options_;
};

}  // namespace

void register_scenarios(const std::string& path, ClientFactory client, RunOptions options) {
  for (const std::string& file : find_scenario_files({path})) {
    const TestName name = test_name_of(file);
    testing::RegisterTest(name.suite.c_str(), name.test.c_str(), nullptr, nullptr, file.c_str(), 1,
                          [=]() -> testing::Test* { return new ScenarioTest(file, client, options); });
  }
}

}  // namespace gcmock
