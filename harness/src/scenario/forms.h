// Forms of texts: what a name, an id, a URI may look like. Each predicate reads as a claim.
#pragma once

#include <string_view>

namespace gcmock {

bool is_short_name(std::string_view text);    ///< lower case letters, digits, '_'; a letter first
bool is_uuid(std::string_view text);          ///< RFC 4122, lower or upper case
bool is_client_id(std::string_view text);     ///< visible ASCII without ':' (it would end in Basic's user name)
bool is_error_code(std::string_view text);    ///< RFC 6749 §5.2 `error`: printable ASCII without '"' and '\\'
bool is_scope(std::string_view text);         ///< RFC 6749 §3.3 scope-token
bool is_credential(std::string_view text);    ///< visible ASCII
bool is_absolute_uri(std::string_view text);  ///< RFC 3986 scheme, something behind it, no fragment (RFC 6749 §3.1.2)
bool is_host_name(std::string_view text);     ///< "mypurecloud.com"
bool is_method(std::string_view text);        ///< upper case letters
bool is_request_path(std::string_view text);  ///< starts with '/', no query, visible ASCII
bool is_header_name(std::string_view text);   ///< RFC 9110 token
bool is_header_value(std::string_view text);  ///< no control characters
bool is_s256_challenge(std::string_view text);  ///< RFC 7636 §4.2: 43 base64url characters
bool is_invariant_id(std::string_view text);    ///< I-1 … I-40
bool is_variable_name(std::string_view text);   ///< of an environment: letters, digits, '_'

}  // namespace gcmock
