// Which bytes may stand where in an HTTP/1.1 message: predicates on text, from the grammars of RFC 9110, 9112 and 3986.
#pragma once

#include <string_view>

namespace gcmock {

/// RFC 9110 §5.6.2: a method, a header name, a transfer coding.
bool is_token_byte(unsigned char byte);
bool is_token(std::string_view text);

/// RFC 9110 §5.5: visible characters, obs-text, spaces and tabs; no controls.
bool is_field_content(std::string_view text);

/// RFC 9112 §3.2.1, RFC 3986: begins with '/', only bytes of a URI, whole percent-triplets, no fragment.
bool is_origin_form(std::string_view text);

/// RFC 9112 §3.2: uri-host [ ":" port ]; may be empty.
bool is_host(std::string_view text);

/// RFC 9112 §7.1.1: *( BWS ";" BWS name [ BWS "=" BWS value ] ).
bool are_chunk_extensions(std::string_view text);

/// Without the spaces and tabs around it.
std::string_view trim_whitespace(std::string_view text);

/// `lower` must be in lower case.
bool equals_ignoring_case(std::string_view text, std::string_view lower);

/// Calls `visit` with each non-empty member of a comma-separated list, trimmed.
template <class Visit>
void for_each_member(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (const auto member = trim_whitespace(list.substr(0, comma)); !member.empty()) visit(member);
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
}

}  // namespace gcmock
