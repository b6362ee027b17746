// Retry-After, RFC 9110 §10.2.3: a number of seconds, or a date.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace gcmock {

/// How long to wait. A date is counted from `date`, the answer's own Date header, where it has one, else from `now`;
/// one that has passed is no wait. Empty for what is neither a number nor a date: it says nothing.
std::optional<std::chrono::seconds> retry_after_from(const std::string& retry_after, const std::string& date,
                                                     std::chrono::sys_seconds now);

}  // namespace gcmock
