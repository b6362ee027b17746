// Decoding of strings, the grammar of numbers, well-formed UTF-8.
#include "scenario/json_string.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace gcmock {
namespace {

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0U | code >> 6U);
    byte(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    byte(0xE0U | code >> 12U);
    byte(0x80U | (code >> 6U & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  } else {
    byte(0xF0U | code >> 18U);
    byte(0x80U | (code >> 12U & 0x3FU));
    byte(0x80U | (code >> 6U & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  }
}

/// The four hexadecimal digits of `\uXXXX` whose backslash stands at `at`.
std::optional<std::uint32_t> code_unit(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "\\u" || text.size() < at + 6) return std::nullopt;
  std::uint32_t unit = 0;
  const char* begin = text.data() + at + 2;
  const auto [end, error] = std::from_chars(begin, begin + 4, unit, 16);
  if (error != std::errc{} || end != begin + 4) return std::nullopt;
  return unit;
}

bool is_high_surrogate(std::uint32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(std::uint32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

/// Bytes used by the escape at `at`; 0 where it is none.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
  const char letter = at + 1 < text.size() ? text[at + 1] : '\0';
  if (const std::size_t found = letters.find(letter); letter != '\0' && found != std::string_view::npos) {
    out += meanings[found];
    return 2;
  }
  const std::optional<std::uint32_t> first = code_unit(text, at);
  if (!first || is_low_surrogate(*first)) return 0;
  if (!is_high_surrogate(*first)) {
    append_utf8(out, *first);
    return 6;
  }
  const std::optional<std::uint32_t> second = code_unit(text, at + 6);
  if (!second || !is_low_surrogate(*second)) return 0;
  append_utf8(out, 0x10000U + ((*first - 0xD800U) << 10U) + (*second - 0xDC00U));
  return 12;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

struct Utf8Lead {
  std::size_t length;
  unsigned char second_min, second_max;
};

/// RFC 3629 §4: overlong forms, surrogates and what lies behind U+10FFFF are told by the second byte.
Utf8Lead utf8_lead(unsigned char byte) {
  if (byte < 0x80) return {1, 0x80, 0xBF};
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool is_character(std::string_view text, std::size_t at, Utf8Lead lead) {
  if (lead.length == 0 || text.size() < at + lead.length) return false;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (byte < (i == 1 ? lead.second_min : 0x80) || byte > (i == 1 ? lead.second_max : 0xBF)) return false;
  }
  return true;
}

}  // namespace

JsonString read_json_string(std::string_view text, std::size_t at) {
  JsonString read;
  const std::size_t begin = at++;
  while (at < text.size() && text[at] != '"') {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\n' || byte == '\r') break;
    if (byte < 0x20) {
      return {"", {at, at + 1}, "a control character stands in a string", "write a tab as \\t, others as \\u00XX"};
    }
    if (byte != '\\') {
      read.content += text[at++];
      continue;
    }
    const std::size_t used = append_escape(read.content, text, at);
    if (used == 0) {
      return {"", {at, std::min(at + 2, text.size())}, "this is no escape sequence", R"(a backslash is written "\\")"};
    }
    at += used;
  }
  if (at >= text.size() || text[at] != '"') {
    return {"", {begin, at}, "this string does not end on its line", R"(close it with "; a line break is written \n)"};
  }
  read.range = {begin, at + 1};
  return read;
}

bool is_json_number(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = skip_digits(text, at);
  if (whole == at || (text[at] == '0' && whole > at + 1)) return false;
  at = whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = skip_digits(text, at + 1);
    if (fraction == at + 1) return false;
    at = fraction;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = skip_digits(text, at);
    if (exponent == at) return false;
    at = exponent;
  }
  return at == text.size();
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Lead lead = utf8_lead(static_cast<unsigned char>(text[at]));
    if (!is_character(text, at, lead)) return at;
    at += lead.length;
  }
  return std::string_view::npos;
}

std::size_t end_of_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

}  // namespace gcmock
