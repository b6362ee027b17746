// Reads Authorization headers: see basic_auth.h.
#include "wire/basic_auth.h"

#include <array>
#include <cstdint>

#include "wire/form.h"
#include "wire/http_message.h"

namespace gcmock {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::int8_t, 256> make_reverse_alphabet() {
  std::array<std::int8_t, 256> reverse{};
  for (auto& value : reverse) value = -1;
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    reverse[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
  }
  return reverse;
}
constexpr auto reverse_alphabet = make_reverse_alphabet();

std::string decoded_or_as_it_stands(std::string_view text) {
  auto decoded = form_decode(text);
  return decoded ? std::move(*decoded) : std::string(text);
}

// The rest of the header behind the scheme's name and its spaces.
std::optional<std::string_view> after_scheme(std::string_view header, std::string_view scheme) {
  if (header.size() <= scheme.size() || header[scheme.size()] != ' ') return std::nullopt;
  if (!same_name(header.substr(0, scheme.size()), scheme)) return std::nullopt;
  const auto start = header.find_first_not_of(' ', scheme.size());
  return start == std::string_view::npos ? std::nullopt : std::optional(header.substr(start));
}

// As Basic puts them together; empty where it is another scheme or not base64.
std::optional<std::string> id_and_secret(std::string_view header) {
  const auto encoded = after_scheme(header, "Basic");
  return encoded ? base64_decode(*encoded) : std::nullopt;
}

}  // namespace

std::optional<std::string> base64_decode(std::string_view text) {
  while (!text.empty() && text.back() == '=') text.remove_suffix(1);
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes(text.size() * 3 / 4, '\0');
  char* next = bytes.data();
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    const int value = reverse_alphabet[static_cast<unsigned char>(c)];
    if (value < 0) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    held += 6;
    if (held >= 8) {
      held -= 8;
      *next++ = static_cast<char>(bits >> held & 0xFF);
    }
  }
  return bytes;
}

std::string base64_encode(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  std::uint32_t bits = 0;
  int held = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    held += 8;
    while (held >= 6) {
      held -= 6;
      text.push_back(alphabet[bits >> held & 0x3F]);
    }
  }
  if (held > 0) text.push_back(alphabet[bits << (6 - held) & 0x3F]);
  while (text.size() % 4 != 0) text.push_back('=');
  return text;
}

std::optional<std::string> secret_as_written(std::string_view header) {
  const auto plain = id_and_secret(header);
  const auto colon = plain ? plain->find(':') : std::string::npos;
  if (colon == std::string::npos) return std::nullopt;
  return plain->substr(colon + 1);
}

std::optional<BasicCredentials> parse_basic(std::string_view header) {
  const auto plain = id_and_secret(header);
  if (!plain) return std::nullopt;
  const auto colon = plain->find(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::string_view both = *plain;
  return BasicCredentials{decoded_or_as_it_stands(both.substr(0, colon)),
                          decoded_or_as_it_stands(both.substr(colon + 1))};
}

std::optional<std::string_view> bearer_token(std::string_view header) {
  return after_scheme(header, "Bearer");
}

}  // namespace gcmock
