// Words and look-ups of exchanges.
#include "gcmock/journal/exchange.h"

#include <ostream>

namespace gcmock {

std::string_view to_string(TokenLife life) {
  switch (life) {
    case TokenLife::live:
      return "live";
    case TokenLife::spent:
      return "spent";
    case TokenLife::revoked:
      return "revoked";
    case TokenLife::expired:
      return "expired";
  }
  return "";
}

std::string_view to_string(DeliveryState state) {
  switch (state) {
    case DeliveryState::pending:
      return "pending";
    case DeliveryState::complete:
      return "complete";
    case DeliveryState::cut:
      return "cut";
    case DeliveryState::failed:
      return "failed";
  }
  return "";
}

std::string_view to_string(SightingPlace where) {
  switch (where) {
    case SightingPlace::request_target:
      return "request_target";
    case SightingPlace::referer:
      return "referer";
    case SightingPlace::authorization_header:
      return "authorization_header";
    case SightingPlace::other_header:
      return "other_header";
    case SightingPlace::body_field:
      return "body_field";
  }
  return "";
}

// Presented is what the protocol asks for; a credential in a URL or a stray header has leaked instead.
const Fingerprint* Exchange::presented(CredentialKind kind) const {
  for (const auto& sighting : sightings) {
    const bool is_asked_for =
        sighting.where == SightingPlace::authorization_header || sighting.where == SightingPlace::body_field;
    const bool is_as_it_is = sighting.encodings.empty();
    if (is_asked_for && is_as_it_is && sighting.credential.kind == kind) return &sighting.credential;
  }
  return nullptr;
}

std::ostream& operator<<(std::ostream& out, const Exchange& exchange) {
  out << '#' << exchange.seq << ' ' << exchange.method << ' ' << exchange.path << " → ";
  if (exchange.status == 0) return out << "no answer";
  return out << exchange.status;
}

}  // namespace gcmock
