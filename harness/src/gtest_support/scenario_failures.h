// A scenario's result as GoogleTest sees it: a name, and failures at the lines of the file.
#pragma once

#include <string>

#include "gcmock/harness/result.h"

namespace gcmock {

/// "multi_org" and "unregistered_secondary_client" of "…/scenarios/multi_org/unregistered_secondary_client.json"; a
/// file that stands below no folder of scenarios is in the suite "scenarios".
struct TestName {
  std::string suite;
  std::string test;

  bool operator==(const TestName&) const = default;
};
TestName test_name_of(const std::string& file);

/// Findings of the contract on standard output, a line each: what is no failure must still be seen.
void tell_contract_findings(const ScenarioResult& result);

/// Adds a failure for whatever did not hold, at its place; the first tells why requests were refused. What proved
/// nothing, broke or could not be read is a failure too; what was skipped is not.
void add_failures(const ScenarioResult& result);

}  // namespace gcmock
