// Words for credentials, and how a fingerprint is shown.
#include "gcmock/domain/credential.h"

#include <ostream>

namespace gcmock {

std::string_view to_string(CredentialKind kind) {
  switch (kind) {
    case CredentialKind::client_secret:
      return "client_secret";
    case CredentialKind::authorization_code:
      return "authorization_code";
    case CredentialKind::access_token:
      return "access_token";
    case CredentialKind::refresh_token:
      return "refresh_token";
    case CredentialKind::code_verifier:
      return "code_verifier";
    case CredentialKind::saml_assertion:
      return "saml_assertion";
  }
  return "?";
}

std::ostream& operator<<(std::ostream& out, const Fingerprint& fingerprint) {
  return out << "‹" << to_string(fingerprint.kind) << " " << fingerprint.label << "›";
}

}  // namespace gcmock
