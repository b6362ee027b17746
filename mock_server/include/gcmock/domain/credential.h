// Credentials are never shown. What is shown in their place is a fingerprint.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "gcmock/domain/names.h"

namespace gcmock {

enum class CredentialKind {
  client_secret,
  authorization_code,
  access_token,
  refresh_token,
  code_verifier,
  saml_assertion
};

/// Whose credential, told apart without showing it. Two fingerprints are equal exactly when the credentials were.
struct Fingerprint {
  CredentialKind kind = CredentialKind::access_token;
  std::string label;               ///< "secondary/refresh-3"; for what this world never issued "unknown-1f2e3d4c"
  std::optional<OrgName> org;      ///< owner; empty for a credential that this world never issued
  std::optional<ClientId> client;  ///< owner

  bool operator==(const Fingerprint&) const = default;
};

std::string_view to_string(CredentialKind kind);
std::ostream& operator<<(std::ostream& out, const Fingerprint& fingerprint);

}  // namespace gcmock
