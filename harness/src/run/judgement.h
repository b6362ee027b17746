// The verdict on a performed scenario: expectations, invariants, and whether it proved anything.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "gcmock/harness/invariants.h"
#include "gcmock/harness/result.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/http/handshakes.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// Every invariant's result, in the order of their numbers; waived where the scenario says so and `today` allows it.
std::vector<InvariantResult> judge_invariants(const Scenario& scenario, const Evidence& evidence,
                                              std::chrono::year_month_day today);

/// What the requests of the journal do that the vendor's description does not declare, in the order of its first time.
std::vector<ContractFinding> contract_findings(const std::vector<Exchange>& journal);

/// Sets the status (and note) of a result whose steps, checks, invariants and journal are known. `rules_fired` says how
/// often each rule of the script spoke, `handshakes` what came of the client's TLS.
void conclude(ScenarioResult& result, const Scenario& scenario, const std::vector<std::size_t>& rules_fired,
              const Handshakes& handshakes = {});

}  // namespace gcmock
