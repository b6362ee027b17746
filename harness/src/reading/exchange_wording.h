// How exchanges and spans of time are worded in what a verdict says.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace gcmock {

/// "#4 #6 #7"; of many the first ten: "#4 … #13 and 30 more".
std::string name_exchanges(const std::vector<std::uint64_t>& numbers);

/// A span of real time as a person says it: "0.4 ms", "12 ms", "2.1 s". Negative spans are shown as 0 ms.
std::string describe_span(std::chrono::nanoseconds span);

/// "1 token request", "7 token requests".
std::string count_of(std::size_t number, const std::string& noun);

}  // namespace gcmock
