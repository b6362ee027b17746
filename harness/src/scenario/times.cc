// Reading of dates and moments.
#include "scenario/times.h"

#include <charconv>

namespace gcmock {
namespace {

using std::chrono::milliseconds;

/// `text` is so many digits and nothing else.
std::optional<int> digits(std::string_view text, std::size_t count) {
  if (text.size() != count || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<int> part(std::string_view text, std::size_t at, std::size_t count, int most) {
  if (text.size() < at + count) return std::nullopt;
  const std::optional<int> value = digits(text.substr(at, count), count);
  return value && *value <= most ? value : std::nullopt;
}

}  // namespace

std::optional<std::chrono::year_month_day> date_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = part(text, 0, 4, 9999);
  const std::optional<int> month = part(text, 5, 2, 12);
  const std::optional<int> day = part(text, 8, 2, 31);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Instant> instant_from(std::string_view text) {
  const std::optional<std::chrono::year_month_day> date = date_from(text.substr(0, 10));
  if (!date) return std::nullopt;
  const Instant midnight = std::chrono::sys_days{*date};
  if (text.size() == 10) return midnight;
  const std::optional<int> hour = part(text, 11, 2, 23);
  const std::optional<int> minute = part(text, 14, 2, 59);
  const std::optional<int> second = part(text, 17, 2, 59);
  if (!hour || !minute || !second || text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
  const Instant moment =
      midnight + std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
  if (text.substr(19) == "Z") return moment;
  const std::optional<int> fraction = part(text, 20, 3, 999);
  if (!fraction || text[19] != '.' || text.substr(23) != "Z") return std::nullopt;
  return moment + milliseconds(*fraction);
}

}  // namespace gcmock
