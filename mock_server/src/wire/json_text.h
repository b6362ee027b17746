// JSON written by hand where a document tree would cost too much: the answers that every request gets.
#pragma once

#include <string>
#include <string_view>

namespace gcmock {

/// Appends `text` to `out` as the inside of a JSON string (RFC 8259 §7). Bytes that are no UTF-8 become U+FFFD.
void append_json_escaped(std::string& out, std::string_view text);

/// `"name":"text"`, with a comma before it unless it is the first of its object.
void append_member(std::string& out, std::string_view name, std::string_view text);
void append_member(std::string& out, std::string_view name, long long number);

}  // namespace gcmock
