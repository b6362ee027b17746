#include "reading/token_answer.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "gcmock/journal/kept_body.h"

namespace gcmock {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::chrono::seconds longest_lifetime = std::chrono::years{10};

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

bool is_object(std::string_view body) {
  return trimmed(body).starts_with('{') && trimmed(body).ends_with('}');
}

// Where the string that begins at `at` ends: at its closing quotation mark.
std::size_t end_of_string(std::string_view body, std::size_t at) {
  for (++at; at < body.size() && body[at] != '"'; ++at) {
    if (body[at] == '\\') ++at;
  }
  return at;
}

}  // namespace

bool lacks_access_token(const Exchange& exchange) {
  if (exchange.status != 200 || exchange.answer_body.size() >= longest_kept_body) return false;
  const std::string_view body = exchange.answer_body;
  const std::string_view token = behind_name(body, "\"access_token\"");
  return !is_object(body) || !token.starts_with('"') || token.starts_with("\"\"");
}

std::optional<std::chrono::seconds> lifetime_told(const Exchange& exchange) {
  if (!is_object(exchange.answer_body)) return std::nullopt;
  const std::string_view number = behind_name(exchange.answer_body, "\"expires_in\"");
  long seconds = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), seconds);
  const bool ends_there =
      end != number.data() + number.size() && (*end == ',' || *end == '}' || blanks.find(*end) != blanks.npos);
  if (error != std::errc{} || !ends_there || seconds < 0) return std::nullopt;
  return std::min(std::chrono::seconds{seconds}, longest_lifetime);
}

std::string token_type_told(const Exchange& exchange) {
  if (!is_object(exchange.answer_body)) return {};
  const std::string_view type = behind_name(exchange.answer_body, "\"token_type\"");
  if (type.starts_with('"')) return std::string(type.substr(1, type.find('"', 1) - 1));
  return std::string(trimmed(type.substr(0, type.find_first_of(",}"))));
}

std::vector<std::string> members_told(const Exchange& exchange) {
  std::vector<std::string> names;
  const std::string_view body = exchange.answer_body;
  if (!is_object(body) || body.size() >= longest_kept_body) return names;
  int depth = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == '{' || body[i] == '[') ++depth;
    if (body[i] == '}' || body[i] == ']') --depth;
    if (body[i] != '"') continue;
    const std::size_t end = end_of_string(body, i);
    const bool is_name = depth == 1 && end < body.size() && trimmed(body.substr(end + 1)).starts_with(':');
    if (is_name) names.emplace_back(body.substr(i + 1, end - i - 1));
    i = end;
  }
  return names;
}

}  // namespace gcmock
