// A scenario's journal as an HTTP archive, version 1.2: for the network panels of browsers and for HAR viewers.
#pragma once

#include <string>
#include <string_view>

#include "gcmock/harness/result.h"

namespace gcmock {

/// Every credential is replaced by its label, as in all reports. Dates are virtual time; durations are real. What HAR
/// has no member for (trail, rule, delivery) stands in `_gcmock`. Ends in a newline.
std::string har_report(const ScenarioResult& scenario, std::string_view gcmock_version);

}  // namespace gcmock
