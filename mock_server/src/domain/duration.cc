#include "gcmock/domain/duration.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>

namespace gcmock {
namespace {

using std::chrono::milliseconds;

struct Unit {
  std::string_view name;
  std::int64_t milliseconds;
};
constexpr std::array<Unit, 5> units = {{{"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1000}, {"ms", 1}}};
constexpr std::int64_t longest = 1000 * 366 * units[0].milliseconds;

}  // namespace

std::optional<milliseconds> duration_from(std::string_view text) {
  std::int64_t number = 0;
  const char* const behind = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), behind, number);
  if (error != std::errc{}) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(behind - end));
  for (const Unit& known : units) {
    if (known.name == unit && number <= longest / known.milliseconds && number >= -longest / known.milliseconds) {
      return milliseconds(number * known.milliseconds);
    }
  }
  return std::nullopt;
}

std::string duration_text(milliseconds duration) {
  for (const Unit& unit : units) {
    const bool fits = duration.count() % unit.milliseconds == 0;
    if (fits && duration.count() != 0) return fmt::format("{}{}", duration.count() / unit.milliseconds, unit.name);
  }
  return "0s";
}

std::string rfc3339(Instant moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{moment - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

}  // namespace gcmock
