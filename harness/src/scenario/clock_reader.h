// Reading of "clock", how domain time goes on, and "client_clock", whether the client's goes along.
#pragma once

#include <optional>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/server_options.h"
#include "scenario/fields.h"
#include "scenario/mistakes.h"

namespace gcmock {

/// Empty where the scenario does not say.
std::optional<DomainClock> read_clock(const Fields& scenario, Mistakes& mistakes);

/// `clock` is the scenario's, for what does not go together with it.
ClientClock read_client_clock(const Fields& scenario, const std::optional<DomainClock>& clock);

}  // namespace gcmock
