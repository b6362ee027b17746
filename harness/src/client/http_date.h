// Dates of HTTP headers.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace gcmock {

/// RFC 9110 §5.6.7: the form that is sent today, and the two obsolete ones that everybody must still read. Empty for
/// what is none of them.
std::optional<std::chrono::sys_seconds> http_date_from(const std::string& text);

}  // namespace gcmock
