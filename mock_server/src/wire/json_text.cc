// Writes JSON strings and members: see json_text.h.
#include "wire/json_text.h"

#include <array>
#include <charconv>

namespace gcmock {
namespace {

bool needs_no_escape(char c) {
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

void append_control(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 0xF]);
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// Length of the UTF-8 sequence at `at`; 0 where there is none. Surrogates and overlong forms are none.
std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(text, at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool right = (first != 0xE0 || second >= 0xA0) && (first != 0xED || second < 0xA0);
    return right && continues(text, at + 1) && continues(text, at + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool right = (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second < 0x90);
    return right && continues(text, at + 1) && continues(text, at + 2) && continues(text, at + 3) ? 4 : 0;
  }
  return 0;
}

void append_name(std::string& out, std::string_view name) {
  if (!out.empty() && out.back() != '{') out.push_back(',');
  out.append("\"").append(name).append("\":");
}

}  // namespace

void append_json_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto start = i;
    while (i < text.size() && needs_no_escape(text[i])) ++i;
    out.append(text, start, i - start);
    if (i == text.size()) return;
    const char c = text[i];
    if (const auto length = utf8_length(text, i); length > 1) {
      out.append(text, i, length);
      i += length;
      continue;
    }
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
    } else if (static_cast<unsigned char>(c) < 0x80) {
      append_control(out, c);
    } else {
      out.append("\xEF\xBF\xBD");
    }
    ++i;
  }
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  append_name(out, name);
  out.push_back('"');
  append_json_escaped(out, text);
  out.push_back('"');
}

void append_member(std::string& out, std::string_view name, long long number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  append_name(out, name);
  out.append(digits.data(), end);
}

}  // namespace gcmock
