#include "engine/hidden_members.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "gcmock/domain/credential_names.h"

namespace gcmock {
namespace {

constexpr std::string_view hidden = "‹hidden›";
constexpr std::string_view blank = " \t\r\n";

bool is_of_a_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
}

// Where the string ends whose first character stands at `from`: at its quote, or where the text does.
std::size_t end_of_string(std::string_view text, std::size_t from) {
  while (from < text.size() && text[from] != '"') from += text[from] == '\\' ? 2 : 1;
  return std::min(from, text.size());
}

struct Value {
  std::size_t begin = 0;
  std::size_t end = 0;  // begin: there is none
};

// Behind a name that ends at `at`: `=…` of a form, or `": "…"` of JSON.
Value value_behind(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '=') {
    return {at + 1, std::min(text.find_first_of("& \r\n", at + 1), text.size())};
  }
  if (at >= text.size() || text[at] != '"') return {};
  at = text.find_first_not_of(blank, at + 1);
  if (at == std::string_view::npos || text[at] != ':') return {};
  at = text.find_first_not_of(blank, at + 1);
  if (at == std::string_view::npos || text[at] != '"') return {};
  return {at + 1, end_of_string(text, at + 1)};
}

}  // namespace

std::string hide_members(std::string_view body) {
  std::string shown;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < body.size();) {
    if (!is_of_a_name(body[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < body.size() && is_of_a_name(body[at])) ++at;
    if (!says_credential(body.substr(begin, at - begin))) continue;
    const Value value = value_behind(body, at);
    const std::string_view text = body.substr(value.begin, value.end - value.begin);
    if (text.empty() || text.starts_with("‹")) continue;
    shown.append(body.substr(copied, value.begin - copied)).append(hidden);
    copied = at = value.end;
  }
  return shown.append(body.substr(copied));
}

}  // namespace gcmock
