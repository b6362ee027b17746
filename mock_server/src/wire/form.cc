// Decodes forms: see form.h.
#include "wire/form.h"

namespace gcmock {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// By hand: find_first_of searches the set once for each character.
bool is_plain(std::string_view text) {
  for (const char c : text) {
    if (c == '%' || c == '+') return false;
  }
  return true;
}

bool add_field(FormFields& fields, std::string_view pair) {
  const auto equals = pair.find('=');
  auto name = form_decode(pair.substr(0, equals));
  auto value = equals == std::string_view::npos ? std::optional<std::string>("") : form_decode(pair.substr(equals + 1));
  if (!name || !value) return false;
  fields.emplace_back(std::move(*name), std::move(*value));
  return true;
}

}  // namespace

std::optional<std::string> form_decode(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      decoded.push_back(' ');
    } else if (text[i] != '%') {
      decoded.push_back(text[i]);
    } else {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      decoded.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    }
  }
  return decoded;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view marks = "-._~";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                               marks.find(c) != std::string_view::npos;
    if (is_unreserved) {
      encoded.push_back(c);
    } else {
      encoded.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 0xF]);
    }
  }
  return encoded;
}

std::optional<FormFields> parse_form(std::string_view text) {
  FormFields fields;
  fields.reserve(8);
  while (!text.empty()) {
    const auto ampersand = text.find('&');
    const auto pair = text.substr(0, ampersand);
    if (!pair.empty() && !add_field(fields, pair)) return std::nullopt;
    text = ampersand == std::string_view::npos ? std::string_view{} : text.substr(ampersand + 1);
  }
  return fields;
}

const std::string* field(const FormFields& fields, std::string_view name) {
  for (const auto& [key, value] : fields) {
    if (key == name) return value.empty() ? nullptr : &value;
  }
  return nullptr;
}

std::optional<std::string_view> repeated_name(const FormFields& fields) {
  for (std::size_t later = 1; later < fields.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (fields[earlier].first == fields[later].first) return fields[later].first;
    }
  }
  return std::nullopt;
}

}  // namespace gcmock
