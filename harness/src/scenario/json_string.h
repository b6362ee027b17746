// Strings and numbers of JSON, and UTF-8: what the reader needs to know of single tokens.
#pragma once

#include <string>
#include <string_view>

#include "scenario/source_text.h"

namespace gcmock {

/// A string as read. With a mistake, `range` is where it is; without, the whole token with its quotes.
struct JsonString {
  std::string content;
  TextRange range;
  std::string mistake;
  std::string fix;
};

/// Reads the string whose opening quote stands at `at`.
JsonString read_json_string(std::string_view text, std::size_t at);

/// RFC 8259 §6.
bool is_json_number(std::string_view text);

/// Offset of the first byte that is not well-formed UTF-8 (RFC 3629); npos where all are.
std::size_t find_invalid_utf8(std::string_view text);

/// Behind the character that starts at `at`.
std::size_t end_of_character(std::string_view text, std::size_t at);

}  // namespace gcmock
