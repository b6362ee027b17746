// Durations and moments as people write and read them.
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

/// "2026-01-01T00:00:00.000Z".
std::string rfc3339(Instant moment);

}  // namespace gcmock
