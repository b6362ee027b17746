#include "scenario/meant_times.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <vector>

#include "gcmock/domain/duration.h"
#include "scenario/times.h"

namespace gcmock {
namespace {

struct UnitName {
  std::string_view name;
  std::string_view unit;
};

constexpr auto unit_names = std::to_array<UnitName>({
    {"milliseconds", "ms"}, {"millisecond", "ms"}, {"millis", "ms"}, {"msec", "ms"}, {"ms", "ms"},
    {"seconds", "s"},       {"second", "s"},       {"secs", "s"},    {"sec", "s"},   {"s", "s"},
    {"minutes", "m"},       {"minute", "m"},       {"mins", "m"},    {"min", "m"},   {"m", "m"},
    {"hours", "h"},         {"hour", "h"},         {"hrs", "h"},     {"hr", "h"},    {"h", "h"},
    {"days", "d"},          {"day", "d"},          {"d", "d"},
});

std::string small(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

std::optional<std::string> meant_duration(std::string_view text) {
  const std::string written = small(text);
  const std::size_t digits = written.find_first_not_of("-0123456789");
  if (digits == 0 || digits == std::string::npos) return std::nullopt;
  for (const UnitName& name : unit_names) {
    if (written.substr(digits) != name.name) continue;
    std::string meant = written.substr(0, digits) + std::string(name.unit);
    if (duration_from(meant)) return meant;
  }
  return std::nullopt;
}

/// Year, month and day in this order, whatever stands between them.
std::optional<std::string> meant_date(std::string_view text) {
  std::vector<int> parts;
  for (const char* at = text.data(); at != text.data() + text.size();) {
    int part = 0;
    const auto [behind, error] = std::from_chars(at, text.data() + text.size(), part);
    if (error != std::errc{} || part < 0) return std::nullopt;
    parts.push_back(part);
    at = behind == text.data() + text.size() ? behind : behind + 1;
  }
  if (parts.size() != 3) return std::nullopt;
  std::string meant = fmt::format("{:04}-{:02}-{:02}", parts[0], parts[1], parts[2]);
  return date_from(meant) ? std::optional(meant) : std::nullopt;
}

}  // namespace

std::string help_for_duration(std::string_view text) {
  if (const auto meant = meant_duration(text)) return fmt::format("did you mean \"{}\"?", *meant);
  const bool is_bare = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_bare) return fmt::format(R"(with its unit: "{0}ms", "{0}s", "{0}m", "{0}h" or "{0}d")", text);
  return R"(a whole number and ms, s, m, h or d: "250ms", "5s", "25h")";
}

std::string help_for_date(std::string_view text) {
  if (const auto meant = meant_date(text)) return fmt::format("did you mean \"{}\"?", *meant);
  return R"(year, month and day, like "2027-01-31")";
}

}  // namespace gcmock
