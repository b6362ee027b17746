// Durations, dates and moments as files write them; what durations look like is said with the mock.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "gcmock/domain/duration.h"
#include "gcmock/domain/time.h"

namespace gcmock {

/// "2027-01-31".
std::optional<std::chrono::year_month_day> date_from(std::string_view text);

/// "2026-01-01T00:00:00Z", with or without milliseconds, or a date alone. UTC.
std::optional<Instant> instant_from(std::string_view text);

}  // namespace gcmock
