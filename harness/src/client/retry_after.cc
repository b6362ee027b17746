#include "client/retry_after.h"

#include <algorithm>
#include <charconv>

#include "client/http_date.h"

namespace gcmock {
namespace {

using std::chrono::seconds;

constexpr seconds longest = std::chrono::hours{24 * 365};  // a larger number means no more than this

}  // namespace

std::optional<seconds> retry_after_from(const std::string& retry_after, const std::string& date,
                                        std::chrono::sys_seconds now) {
  unsigned long long number = 0;
  const char* const end = retry_after.data() + retry_after.size();
  const auto [behind, error] = std::from_chars(retry_after.data(), end, number);
  const bool all_digits = !retry_after.empty() && behind == end;
  if (all_digits && error == std::errc::result_out_of_range) return longest;
  if (all_digits && error == std::errc{}) return seconds{std::min<unsigned long long>(number, longest.count())};

  const auto until = http_date_from(retry_after);
  if (!until) return std::nullopt;
  return std::clamp(seconds{*until - http_date_from(date).value_or(now)}, seconds{0}, longest);
}

}  // namespace gcmock
