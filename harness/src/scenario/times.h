// Durations, dates and moments as files write them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "gcmock/domain/time.h"

namespace gcmock {

/// A whole number and ms, s, m, h or d: "250ms", "25h", "-1h". Empty for anything else, or beyond 1000 years.
std::optional<std::chrono::milliseconds> duration_from(std::string_view text);

/// The shortest form that duration_from reads back: "25h".
std::string duration_text(std::chrono::milliseconds duration);

/// "2027-01-31".
std::optional<std::chrono::year_month_day> date_from(std::string_view text);

/// "2026-01-01T00:00:00Z", with or without milliseconds, or a date alone. UTC.
std::optional<Instant> instant_from(std::string_view text);

}  // namespace gcmock
