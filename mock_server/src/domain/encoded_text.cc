// Decodes rather than encodes: one word has too many spellings to look for each, and only a few decodings.
#include "gcmock/domain/encoded_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <ostream>
#include <tuple>

namespace gcmock {
namespace {

constexpr std::size_t deepest = 2;
constexpr std::size_t shortest_base64 = 8;  // six bytes: nothing shorter is looked for

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A text and where each of its bytes stands in the text that was given.
struct Reading {
  std::string text;
  std::vector<Span> sources;
  std::vector<TextEncoding> encodings;

  [[nodiscard]] Span source_of(std::size_t at, std::size_t length) const {
    return {sources[at].begin, sources[at + length - 1].end};
  }
  void add(char byte, Span source) {
    text.push_back(byte);
    sources.push_back(source);
  }
};

Reading empty_reading_of(const Reading& from, TextEncoding encoding) {
  Reading reading;
  reading.encodings = from.encodings;
  reading.encodings.push_back(encoding);
  return reading;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The number that so many hexadecimal digits at `at` make.
std::optional<std::uint32_t> hex_number(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : text.substr(at, digits)) {
    const int digit = hex_digit(c);
    if (digit < 0) return std::nullopt;
    number = number << 4U | static_cast<std::uint32_t>(digit);
  }
  return number;
}

std::optional<Reading> percent_decoded(const Reading& from, TextEncoding encoding) {
  const char tell_tale = encoding == TextEncoding::form ? '+' : '%';
  if (from.text.find(tell_tale) == std::string::npos) return std::nullopt;
  Reading reading = empty_reading_of(from, encoding);
  for (std::size_t i = 0; i < from.text.size(); ++i) {
    const char c = from.text[i];
    const auto byte = c == '%' ? hex_number(from.text, i + 1, 2) : std::nullopt;
    if (byte) {
      reading.add(static_cast<char>(*byte), from.source_of(i, 3));
      i += 2;
    } else {
      reading.add(c == '+' && encoding == TextEncoding::form ? ' ' : c, from.sources[i]);
    }
  }
  return reading;
}

std::string utf8(std::uint32_t code) {
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | (code >> shift & 0x3FU)); };
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) return {static_cast<char>(0xC0U | code >> 6U), tail(0)};
  return {static_cast<char>(0xE0U | code >> 12U), tail(6), tail(0)};
}

char escaped_by_letter(char letter) {
  constexpr std::string_view letters = "bfnrt";
  constexpr std::string_view meanings = "\b\f\n\r\t";
  const auto found = letters.find(letter);
  return found == std::string_view::npos ? letter : meanings[found];
}

std::optional<Reading> json_decoded(const Reading& from) {
  if (from.text.find('\\') == std::string::npos) return std::nullopt;
  Reading reading = empty_reading_of(from, TextEncoding::json);
  for (std::size_t i = 0; i < from.text.size(); ++i) {
    const bool is_escape = from.text[i] == '\\' && i + 1 < from.text.size();
    const auto code = is_escape && from.text[i + 1] == 'u' ? hex_number(from.text, i + 2, 4) : std::nullopt;
    if (code) {
      for (const char byte : utf8(*code)) reading.add(byte, from.source_of(i, 6));
      i += 5;
    } else if (is_escape) {
      reading.add(escaped_by_letter(from.text[i + 1]), from.source_of(i, 2));
      ++i;
    } else {
      reading.add(from.text[i], from.sources[i]);
    }
  }
  return reading;
}

constexpr std::array<std::int8_t, 256> make_digits() {
  std::array<std::int8_t, 256> digits{};
  for (auto& digit : digits) digit = -1;
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    digits[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
  }
  digits[static_cast<unsigned char>('-')] = 62;
  digits[static_cast<unsigned char>('_')] = 63;
  return digits;
}
constexpr auto base64_digits = make_digits();

int base64_digit(char c) {
  return base64_digits[static_cast<unsigned char>(c)];
}

Reading base64_decoded(const Reading& from, std::size_t begin, std::size_t end, TextEncoding encoding) {
  Reading reading = empty_reading_of(from, encoding);
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (std::size_t i = begin; i < end; ++i) {
    bits = bits << 6U | static_cast<std::uint32_t>(base64_digit(from.text[i]));
    held += 6;
    if (held < 8) continue;
    held -= 8;
    reading.add(static_cast<char>(bits >> held & 0xFFU), from.source_of(i - 1, 2));  // every byte ends in a next digit
  }
  return reading;
}

TextEncoding base64_of(std::string_view run) {
  const bool is_of_urls = run.find_first_of("-_") != run.npos && run.find_first_of("+/") == run.npos;
  return is_of_urls ? TextEncoding::base64url : TextEncoding::base64;
}

// Digits may be stuck to the front of what was encoded, so each of four digits may be the first.
void add_base64_decoded(const Reading& from, std::vector<Reading>& readings) {
  const std::string& text = from.text;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    std::size_t end = begin;
    while (end < text.size() && base64_digit(text[end]) >= 0) ++end;
    const auto encoding = base64_of(std::string_view(text).substr(begin, end - begin));
    for (std::size_t first = begin; first < begin + 4 && first + shortest_base64 <= end; ++first) {
      readings.push_back(base64_decoded(from, first, end, encoding));
    }
    begin = end;
  }
}

std::vector<Reading> decodings_of(const Reading& from) {
  std::vector<Reading> readings;
  if (auto decoded = percent_decoded(from, TextEncoding::percent)) readings.push_back(*std::move(decoded));
  if (auto decoded = percent_decoded(from, TextEncoding::form)) readings.push_back(*std::move(decoded));
  if (auto decoded = json_decoded(from)) readings.push_back(*std::move(decoded));
  add_base64_decoded(from, readings);
  return readings;
}

void find_in(const Reading& reading, const PlainSearch& search, std::vector<EncodedHit>& hits) {
  const std::string_view text = reading.text;
  for (PlainHit hit = search(text, 0); hit.at != text.npos; hit = search(text, hit.at + hit.length)) {
    const Span source = reading.source_of(hit.at, hit.length);
    hits.push_back(
        {source.begin, source.end - source.begin, std::string(text.substr(hit.at, hit.length)), reading.encodings});
  }
  if (reading.encodings.size() == deepest) return;
  for (const Reading& decoded : decodings_of(reading)) find_in(decoded, search, hits);
}

Reading as_it_is(std::string_view text) {
  Reading reading;
  reading.text = text;
  reading.sources.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) reading.sources.push_back({i, i + 1});
  return reading;
}

void drop_what_lies_over_another(std::vector<EncodedHit>& hits) {
  const auto order = [](const EncodedHit& hit) { return std::tuple(hit.at, ~hit.length, hit.encodings.size()); };
  std::ranges::stable_sort(hits, std::ranges::less{}, order);
  std::size_t end = 0;
  std::erase_if(hits, [&](const EncodedHit& hit) {
    if (hit.at < end) return true;
    end = hit.at + hit.length;
    return false;
  });
}

}  // namespace

std::string_view to_string(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::percent:
      return "percent-encoded";
    case TextEncoding::form:
      return "form-encoded";
    case TextEncoding::json:
      return "JSON-escaped";
    case TextEncoding::base64:
      return "in base64";
    case TextEncoding::base64url:
      return "in base64url";
  }
  return "";
}

std::ostream& operator<<(std::ostream& out, TextEncoding encoding) {
  return out << to_string(encoding);
}

std::string describe(const std::vector<TextEncoding>& encodings) {
  std::string words;
  for (auto encoding = encodings.rbegin(); encoding != encodings.rend(); ++encoding) {
    words.append(words.empty() ? "" : ", ").append(to_string(*encoding));
  }
  return words;
}

std::vector<EncodedHit> find_encoded(std::string_view text, const PlainSearch& search) {
  std::vector<EncodedHit> hits;
  if (text.empty()) return hits;
  find_in(as_it_is(text), search, hits);
  drop_what_lies_over_another(hits);
  return hits;
}

std::string replace_hits(std::string_view text, const std::vector<EncodedHit>& hits,
                         const std::function<std::string(const EncodedHit&)>& instead) {
  std::string replaced;
  std::size_t copied = 0;
  for (const EncodedHit& hit : hits) {
    replaced.append(text.substr(copied, hit.at - copied)).append(instead(hit));
    copied = hit.at + hit.length;
  }
  return replaced.append(text.substr(copied));
}

}  // namespace gcmock
