// What a client presents to get a token (RFC 6749 §1.3), by its name on the wire.
#pragma once

#include <iosfwd>
#include <optional>
#include <string_view>

namespace gcmock {

enum class GrantType { authorization_code, refresh_token, client_credentials, saml2_bearer, password, implicit };

/// The `grant_type` parameter's value: "refresh_token", "urn:ietf:params:oauth:grant-type:saml2-bearer".
/// `implicit` has none on the wire and is shown as "implicit".
std::string_view to_string(GrantType grant);

/// The reverse of to_string; empty for a word that is no grant type.
std::optional<GrantType> grant_type_from(std::string_view word);

std::ostream& operator<<(std::ostream& out, GrantType grant);

}  // namespace gcmock
