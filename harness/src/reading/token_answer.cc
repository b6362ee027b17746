#include "reading/token_answer.h"

#include <charconv>
#include <string_view>

namespace gcmock {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t longest_shown = 4096;  // the journal cuts what is longer

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// What stands behind `"name":`; empty where the name does not occur.
std::string_view behind_name(std::string_view body, std::string_view quoted_name) {
  const auto name = body.find(quoted_name);
  if (name == std::string_view::npos) return {};
  const std::string_view rest = trimmed(body.substr(name + quoted_name.size()));
  return rest.starts_with(':') ? trimmed(rest.substr(1)) : std::string_view{};
}

}  // namespace

bool lacks_access_token(const Exchange& exchange) {
  if (exchange.status != 200 || exchange.answer_body.size() >= longest_shown) return false;
  const std::string_view body = trimmed(exchange.answer_body);
  const bool is_object = body.starts_with('{') && body.ends_with('}');
  const std::string_view token = behind_name(body, "\"access_token\"");
  return !is_object || !token.starts_with('"') || token.starts_with("\"\"");
}

std::optional<std::chrono::seconds> lifetime_told(const Exchange& exchange) {
  const std::string_view number = behind_name(exchange.answer_body, "\"expires_in\"");
  long seconds = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), seconds);
  const bool ends_there = end != number.data() + number.size() && (*end == ',' || *end == '}' || *end == ' ');
  if (error != std::errc{} || !ends_there || seconds < 0) return std::nullopt;
  return std::chrono::seconds{seconds};
}

}  // namespace gcmock
