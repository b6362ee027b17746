// A certificate authority of the mock's own, and server certificates of it, good and bad. Made in memory when a server
// starts; the keys never leave it.
#pragma once

#include <chrono>
#include <span>
#include <string>

#include "certificates/openssl_handles.h"
#include "gcmock/certificates/certificate_kind.h"

namespace gcmock {

/// A certificate and the key that goes with it.
struct Identity {
  CertificateHandle certificate;
  KeyHandle key;
};

class CertificateAuthority {
 public:
  using Now = std::chrono::system_clock::time_point;

  /// `now` is real time: clients judge by their own clocks. Throws Error where OpenSSL fails.
  CertificateAuthority(const std::string& name, Now now);

  /// The CA certificate, PEM: what a client must be told to trust.
  [[nodiscard]] std::string pem() const;

  /// A certificate of `kind` for `names` (DNS names and IP addresses). Keys are EC P-256.
  [[nodiscard]] Identity issue(CertificateKind kind, std::span<const std::string> names) const;

 private:
  Now now_;
  Identity identity_;
};

}  // namespace gcmock
