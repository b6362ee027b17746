// Words for exchanges and spans of time.
#include "reading/exchange_wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace gcmock {

std::string name_exchanges(const std::vector<std::uint64_t>& numbers) {
  constexpr std::size_t shown = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(numbers.size(), shown); ++i) {
    text += fmt::format("{}#{}", i == 0 ? "" : " ", numbers[i]);
  }
  if (numbers.size() > shown) text += fmt::format(" and {} more", numbers.size() - shown);
  return text;
}

std::string describe_span(std::chrono::nanoseconds span) {
  const double milliseconds = std::max(0.0, static_cast<double>(span.count()) / 1e6);
  if (milliseconds == 0) return "0 ms";
  if (milliseconds < 0.1) return "0.1 ms";
  if (milliseconds < 10) return fmt::format("{:.1f} ms", milliseconds);
  if (milliseconds < 1000) return fmt::format("{:.0f} ms", milliseconds);
  return fmt::format("{:.1f} s", milliseconds / 1000);
}

std::string count_of(std::size_t number, const std::string& noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace gcmock
