// From what was granted or allowed to its answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/rate_limits.h"
#include "domain/settle.h"
#include "wire/http_message.h"

namespace gcmock {

/// 200 with access_token, token_type, expires_in and, where one is issued, refresh_token: RFC 6749 §5.1. The letter
/// case of "bearer" is the vendor's documentation's (vendor_doc).
HttpAnswer encode_tokens(const Tokens& tokens, std::string_view correlation_id);

/// The body of that answer as it may be shown: labels in ‹› brackets for the tokens.
std::string redacted_body(const Tokens& tokens);

/// inin-ratelimit-count, -allowed and -reset, as captures of the vendor's answers have them (vendor_doc).
void add_rate_headers(const RateState& state, HttpAnswer& answer);

/// An answer of the API host with this JSON body (none where it is empty), and the headers that the vendor's answers
/// carry (vendor_doc).
HttpAnswer encode_entity(int status, std::string body, std::string_view correlation_id);

}  // namespace gcmock
