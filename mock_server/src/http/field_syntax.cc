// The byte classes are tables made at compile time: every byte of every head passes through one of them.
#include "http/field_syntax.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gcmock {
namespace {

using ByteClass = std::array<bool, 256>;

constexpr ByteClass bytes_of(std::string_view punctuation) {
  ByteClass members{};
  for (int byte = '0'; byte <= '9'; ++byte) members[byte] = true;
  for (int byte = 'a'; byte <= 'z'; ++byte) members[byte] = true;
  for (int byte = 'A'; byte <= 'Z'; ++byte) members[byte] = true;
  for (const unsigned char byte : punctuation) members[byte] = true;
  return members;
}

constexpr ByteClass field_bytes() {
  ByteClass members{};
  for (int byte = 0x20; byte < 0x100; ++byte) members[byte] = byte != 0x7f;
  members['\t'] = true;
  return members;
}

constexpr ByteClass token_class = bytes_of("!#$%&'*+-.^_`|~");
constexpr ByteClass field_class = field_bytes();
// Square brackets have no place in a path or query by RFC 3986, yet clients send them (ids[]=1) and servers take them.
constexpr ByteClass target_class = bytes_of("-._~:/?[]@!$&'()*+,;=");
constexpr ByteClass host_class = bytes_of("-._~!$&'()*+,;=");
constexpr ByteClass hex_class = [] {
  ByteClass members{};
  for (const unsigned char byte : std::string_view{"0123456789abcdefABCDEF"}) members[byte] = true;
  return members;
}();
constexpr ByteClass ip_literal_class = [] {
  ByteClass members = hex_class;
  members[':'] = members['.'] = true;
  return members;
}();

bool is_all(std::string_view text, const ByteClass& members) {
  return std::all_of(text.begin(), text.end(), [&](unsigned char byte) { return members[byte]; });
}

bool is_uri_text(std::string_view text, const ByteClass& members) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (members[static_cast<unsigned char>(text[at])]) continue;
    const bool is_triplet = text[at] == '%' && at + 2 < text.size() && is_all(text.substr(at + 1, 2), hex_class);
    if (!is_triplet) return false;
    at += 2;
  }
  return true;
}

bool is_port(std::string_view text) {
  return text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Takes a token or a quoted string off the front of `text`; nothing where there is none.
std::string_view take_word(std::string_view& text) {
  std::size_t end = 0;
  if (!text.empty() && text.front() == '"') {
    for (end = 1; end < text.size() && text[end] != '"'; ++end) {
      if (text[end] == '\\') ++end;
    }
    end = end < text.size() ? end + 1 : 0;
  } else {
    while (end < text.size() && is_token_byte(static_cast<unsigned char>(text[end]))) ++end;
  }
  const auto word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

void skip_whitespace(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

}  // namespace

bool is_token_byte(unsigned char byte) {
  return token_class[byte];
}
bool is_token(std::string_view text) {
  return !text.empty() && is_all(text, token_class);
}
bool is_field_content(std::string_view text) {
  return is_all(text, field_class);
}

bool is_origin_form(std::string_view text) {
  return !text.empty() && text.front() == '/' && is_uri_text(text, target_class);
}

bool is_host(std::string_view text) {
  std::size_t host_end = 0;
  if (!text.empty() && text.front() == '[') {
    host_end = text.find(']');
    if (host_end == std::string_view::npos || host_end < 3) return false;
    if (!is_all(text.substr(1, host_end - 1), ip_literal_class)) return false;
    ++host_end;
  } else {
    host_end = std::min(text.find(':'), text.size());
    if (!is_uri_text(text.substr(0, host_end), host_class)) return false;
  }
  if (host_end == text.size()) return true;
  return text[host_end] == ':' && host_end > 0 && is_port(text.substr(host_end + 1));
}

bool are_chunk_extensions(std::string_view text) {
  if (!is_field_content(text)) return false;
  while (!text.empty()) {
    skip_whitespace(text);
    if (text.empty() || text.front() != ';') return false;
    text.remove_prefix(1);
    skip_whitespace(text);
    if (text.empty() || text.front() == '"' || take_word(text).empty()) return false;
    auto rest = text;
    skip_whitespace(rest);
    if (rest.empty() || rest.front() != '=') continue;
    text = rest.substr(1);
    skip_whitespace(text);
    if (take_word(text).empty()) return false;
  }
  return true;
}

std::string_view trim_whitespace(std::string_view text) {
  skip_whitespace(text);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char left, char right) { return to_lower(left) == right; });
}

}  // namespace gcmock
