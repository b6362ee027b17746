// Grant types by their names on the wire (RFC 6749 §4, RFC 7522 §2.1).
#include "gcmock/domain/grant_type.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace gcmock {

namespace {
constexpr std::array all_grant_types{GrantType::authorization_code, GrantType::refresh_token,
                                     GrantType::client_credentials, GrantType::saml2_bearer,
                                     GrantType::password,           GrantType::implicit};
}  // namespace

std::string_view to_string(GrantType grant) {
  switch (grant) {
    case GrantType::authorization_code:
      return "authorization_code";
    case GrantType::refresh_token:
      return "refresh_token";
    case GrantType::client_credentials:
      return "client_credentials";
    case GrantType::saml2_bearer:
      return "urn:ietf:params:oauth:grant-type:saml2-bearer";
    case GrantType::password:
      return "password";
    case GrantType::implicit:
      return "implicit";
  }
  return "?";
}

std::optional<GrantType> grant_type_from(std::string_view word) {
  const auto* const found = std::ranges::find(all_grant_types, word, [](GrantType grant) { return to_string(grant); });
  return found == all_grant_types.end() ? std::nullopt : std::optional(*found);
}

std::ostream& operator<<(std::ostream& out, GrantType grant) {
  return out << to_string(grant);
}

}  // namespace gcmock
