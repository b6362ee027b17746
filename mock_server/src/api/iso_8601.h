// Dates of API requests, as the vendor wants them: ISO 8601, in UTC.
#pragma once

#include <optional>
#include <string_view>

#include "gcmock/domain/time.h"

namespace gcmock {

/// "2026-01-01T00:00:00.000Z"; seconds, their fraction (to three digits) and the Z may be missing. Empty for anything
/// else.
std::optional<Instant> instant_from_iso_8601(std::string_view text);

struct Interval {
  Instant from;
  Instant until;
};

/// "2026-01-01T00:00:00/2026-01-08T00:00:00". Which is earlier is not looked at.
std::optional<Interval> interval_from_iso_8601(std::string_view text);

}  // namespace gcmock
