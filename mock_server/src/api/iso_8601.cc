#include "api/iso_8601.h"

#include <charconv>
#include <chrono>

namespace gcmock {
namespace {

/// Takes what it reads off the front of its text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool take(char wanted) {
    if (text_.empty() || text_.front() != wanted) return false;
    text_.remove_prefix(1);
    return true;
  }
  std::optional<int> number(std::size_t digits) {
    if (text_.size() < digits) return std::nullopt;
    int number = 0;
    const char* const end = text_.data() + digits;
    const auto [stopped, error] = std::from_chars(text_.data(), end, number);
    if (error != std::errc{} || stopped != end || number < 0) return std::nullopt;
    text_.remove_prefix(digits);
    return number;
  }
  [[nodiscard]] bool is_at_end() const { return text_.empty(); }

 private:
  std::string_view text_;
};

std::optional<std::chrono::sys_days> read_day(Reader& reader) {
  const auto year = reader.number(4);
  if (!year || !reader.take('-')) return std::nullopt;
  const auto month = reader.number(2);
  if (!month || !reader.take('-')) return std::nullopt;
  const auto day = reader.number(2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

std::optional<std::chrono::milliseconds> read_seconds(Reader& reader) {
  if (!reader.take(':')) return std::chrono::milliseconds(0);
  const auto seconds = reader.number(2);
  if (!seconds || *seconds > 59) return std::nullopt;
  if (!reader.take('.')) return std::chrono::seconds(*seconds);
  int fraction = 0;
  int weight = 100;
  auto digit = reader.number(1);
  if (!digit) return std::nullopt;
  for (; digit && weight > 0; weight /= 10, digit = reader.number(1)) fraction += *digit * weight;
  if (digit) return std::nullopt;  // finer than domain time is
  return std::chrono::seconds(*seconds) + std::chrono::milliseconds(fraction);
}

std::optional<std::chrono::milliseconds> read_time_of_day(Reader& reader) {
  const auto hours = reader.number(2);
  if (!hours || *hours > 23 || !reader.take(':')) return std::nullopt;
  const auto minutes = reader.number(2);
  if (!minutes || *minutes > 59) return std::nullopt;
  const auto seconds = read_seconds(reader);
  if (!seconds) return std::nullopt;
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + *seconds;
}

}  // namespace

std::optional<Instant> instant_from_iso_8601(std::string_view text) {
  Reader reader(text);
  const auto day = read_day(reader);
  if (!day || !reader.take('T')) return std::nullopt;
  const auto time = read_time_of_day(reader);
  if (!time) return std::nullopt;
  reader.take('Z');
  return reader.is_at_end() ? std::optional(Instant(*day + *time)) : std::nullopt;
}

std::optional<Interval> interval_from_iso_8601(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto from = instant_from_iso_8601(text.substr(0, slash));
  const auto until = instant_from_iso_8601(text.substr(slash + 1));
  return from && until ? std::optional(Interval{*from, *until}) : std::nullopt;
}

}  // namespace gcmock
