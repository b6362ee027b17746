// Identifiers derived from a seed by SHA-256.
#include <string_view>

#include "domain/fingerprints.h"
#include "gcmock/seams/seams.h"

namespace gcmock {

namespace {

std::string_view prefix_of(CredentialKind kind) {
  switch (kind) {
    case CredentialKind::client_secret:
      return "gcmock-cs-";
    case CredentialKind::authorization_code:
      return "gcmock-ac-";
    case CredentialKind::access_token:
      return "gcmock-at-";
    case CredentialKind::refresh_token:
      return "gcmock-rt-";
    case CredentialKind::code_verifier:
      return "gcmock-cv-";
    case CredentialKind::saml_assertion:
      return "gcmock-sa-";
  }
  return "gcmock-";
}

}  // namespace

SeededIds::SeededIds(std::uint64_t seed) : seed_(seed) {}

std::string SeededIds::credential(CredentialKind kind, const std::string& label) {
  std::string value(prefix_of(kind));
  // A line break ends each part, so that no two (seed, kind, label) spell the same text.
  return value += s256_challenge(std::to_string(seed_) + "\n" + std::string(to_string(kind)) + "\n" + label);
}

std::string SeededIds::uuid() {
  std::string hex = sha256_hex(std::to_string(seed_) + "\nuuid\n" + std::to_string(uuids_++)).substr(0, 32);
  hex[12] = '4';                                                                // version, RFC 9562 §5.4
  hex[16] = "89ab"[(hex[16] <= '9' ? hex[16] - '0' : hex[16] - 'a' + 10) % 4];  // variant
  for (const std::size_t dash : {8, 13, 18, 23}) hex.insert(dash, 1, '-');
  return hex;
}

}  // namespace gcmock
