// What of a scenario can be run and still is hardly meant so.
#pragma once

#include <chrono>
#include <optional>

#include "gcmock/harness/scenario.h"
#include "scenario/json_value.h"
#include "scenario/mistakes.h"

namespace gcmock {

using Date = std::chrono::year_month_day;

/// `json` is the scenario that was read without a mistake into `scenario`.
/// `today`: for what expires; empty: nothing has.
void warn_of_doubts(const JsonValue& json, const Scenario& scenario, const std::optional<Date>& today,
                    Mistakes& mistakes);

/// What world_changes say and the world says already.
void warn_of_idle_changes(const JsonValue& world, const JsonValue& changes, Mistakes& mistakes);

/// Events of the steps that leave the world as it is. In event_doubts.cc.
void warn_of_idle_events(const JsonValue& json, const Scenario& scenario, Mistakes& mistakes);

}  // namespace gcmock
