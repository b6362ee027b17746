// Expectations that can be read but hold whatever the client does, or whatever it does not.
#pragma once

#include "gcmock/harness/scenario.h"
#include "scenario/json_value.h"
#include "scenario/mistakes.h"

namespace gcmock {

/// Only these requests have a grant.
bool presents_grants(Endpoint endpoint);

/// Whatever exchange matches `narrow` matches `wide`.
bool covers(const ExchangePattern& wide, const ExchangePattern& narrow);

/// `json` is the scenario that was read without a mistake into `scenario`.
void check_expectations(const JsonValue& json, const Scenario& scenario, Mistakes& mistakes);

}  // namespace gcmock
