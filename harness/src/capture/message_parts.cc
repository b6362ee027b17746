#include "capture/message_parts.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "client/form_encoding.h"

namespace gcmock {
namespace {

std::string decoded(std::string_view text) {
  std::string blanks(text);
  std::ranges::replace(blanks, '+', ' ');
  return decode_percent(blanks);
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  int held = 0;
  for (const char c : text) {
    if (c == '=') break;
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 6) | static_cast<unsigned>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>((bits >> held) & 0xFF);
  }
  return bytes;
}

}  // namespace

bool same_header(std::string_view one, std::string_view other) {
  return std::ranges::equal(one, other,
                            [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

std::string header_of(const NameValues& headers, std::string_view name) {
  const auto found = std::ranges::find_if(headers, [&](const auto& header) { return same_header(header.first, name); });
  return found == headers.end() ? "" : found->second;
}

std::string path_of(const std::string& target) {
  return target.substr(0, target.find('?'));
}

std::string query_of(const std::string& target) {
  const std::size_t mark = target.find('?');
  return mark == std::string::npos ? "" : target.substr(mark + 1, target.find('#', mark) - mark - 1);
}

NameValues fields_of(std::string_view form) {
  NameValues fields;
  while (!form.empty()) {
    const std::string_view pair = form.substr(0, form.find('&'));
    form.remove_prefix(std::min(pair.size() + 1, form.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    fields.emplace_back(decoded(pair.substr(0, equals)), decoded(pair.substr(std::min(equals + 1, pair.size()))));
  }
  return fields;
}

std::string field_of(const NameValues& fields, std::string_view name) {
  const auto found = std::ranges::find_if(fields, [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? "" : found->second;
}

std::optional<std::pair<std::string, std::string>> basic_of(const std::string& authorization) {
  if (authorization.size() < 6 || !same_header(authorization.substr(0, 6), "Basic ")) return std::nullopt;
  const auto plain = from_base64(std::string_view(authorization).substr(6));
  if (!plain) return std::nullopt;
  const std::size_t colon = std::min(plain->find(':'), plain->size());
  return std::pair{decoded(plain->substr(0, colon)), decoded(plain->substr(std::min(colon + 1, plain->size())))};
}

}  // namespace gcmock
