// Forms of texts, by character classes.
#include "scenario/forms.h"

#include <algorithm>
#include <string>

namespace gcmock {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_visible(char c) {
  return c > ' ' && c < '\x7F';
}

template <class Predicate>
bool all(std::string_view text, Predicate predicate) {
  return !text.empty() && std::all_of(text.begin(), text.end(), predicate);
}

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

}  // namespace

bool is_short_name(std::string_view text) {
  return all(text, [](char c) { return is_lower(c) || is_digit(c) || c == '_'; }) && is_lower(text[0]);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (is_dash ? text[i] != '-' : !is_hex(text[i])) return false;
  }
  return true;
}

bool is_client_id(std::string_view text) {
  return all(text, [](char c) { return is_visible(c) && c != ':'; });
}

bool is_error_code(std::string_view text) {
  return all(text, [](char c) { return (is_visible(c) || c == ' ') && c != '"' && c != '\\'; });
}

bool is_scope(std::string_view text) {
  return all(text, [](char c) { return is_visible(c) && c != '"' && c != '\\'; });
}

bool is_credential(std::string_view text) {
  return all(text, is_visible);
}

bool is_absolute_uri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size() || !is_letter(text[0])) return false;
  const bool scheme =
      all(text.substr(0, colon), [](char c) { return is_letter(c) || is_digit(c) || is_one_of(c, "+-."); });
  if (!scheme || !all(text, is_visible) || text.find('#') != std::string_view::npos) return false;
  const std::string_view rest = text.substr(colon + 1);
  return !rest.starts_with("//") || (rest.size() > 2 && rest[2] != '/');
}

bool is_host_name(std::string_view text) {
  return all(text, [](char c) { return is_lower(c) || is_digit(c) || is_one_of(c, ".-"); }) && is_lower(text[0]);
}

bool is_method(std::string_view text) {
  return all(text, is_upper);
}

bool is_request_path(std::string_view text) {
  return all(text, [](char c) { return is_visible(c) && !is_one_of(c, "?#"); }) && text[0] == '/';
}

bool is_header_name(std::string_view text) {
  return all(text, [](char c) { return is_letter(c) || is_digit(c) || is_one_of(c, "!#$%&'*+-.^_`|~"); });
}

bool is_header_value(std::string_view text) {
  return text.empty() || all(text, [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '\x7F'; });
}

bool is_s256_challenge(std::string_view text) {
  return text.size() == 43 && all(text, [](char c) { return is_letter(c) || is_digit(c) || is_one_of(c, "-_"); });
}

bool is_invariant_id(std::string_view text) {
  for (int number = 1; number <= 40; ++number) {
    if (text == "I-" + std::to_string(number)) return true;
  }
  return false;
}

bool is_variable_name(std::string_view text) {
  return all(text, [](char c) { return is_letter(c) || is_digit(c) || c == '_'; }) && !is_digit(text[0]);
}

}  // namespace gcmock
