// HTTP Basic as client authentication: RFC 7617, and RFC 6749 §2.3.1 for the form encoding inside.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gcmock {

struct BasicCredentials {
  std::string id;
  std::string secret;
};

/// What an Authorization header's value holds; empty where it is not the Basic scheme, not base64, or has no colon.
/// Id and secret are form-decoded; one that is no form encoding is taken as it stands, since no Genesys Cloud SDK
/// encodes before it concatenates (sdk_source).
std::optional<BasicCredentials> parse_basic(std::string_view header);

/// The secret of such a header as it was written there, form-decoding not undone; empty as above.
std::optional<std::string> secret_as_written(std::string_view header);

/// Empty where `text` is not base64 (RFC 4648 §4; missing padding is forgiven).
std::optional<std::string> base64_decode(std::string_view text);

std::string base64_encode(std::string_view bytes);

/// `Bearer`'s token of an Authorization header; empty where it is another scheme or none.
std::optional<std::string_view> bearer_token(std::string_view header);

}  // namespace gcmock
