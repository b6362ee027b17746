// What a server needs to speak TLS: its CA, a certificate of the kind that is wanted, and a count of the handshakes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "certificates/certificate_authority.h"
#include "gcmock/http/handshakes.h"
#include "http/tls_session.h"

namespace gcmock {

/// Which certificate the connection of this number is shown.
using CertificateChoice = std::function<CertificateKind(std::uint64_t connection)>;

struct TlsOptions {
  std::vector<std::string> names;  ///< DNS names and addresses that the server is reached by
  CertificateChoice certificate = [](std::uint64_t) { return CertificateKind::valid; };
  std::shared_ptr<const CertificateAuthority> authority = {};  ///< null: a new one
};

/// All members may be called from any thread.
class TlsGate {
 public:
  /// Throws Error where OpenSSL fails.
  explicit TlsGate(TlsOptions options);

  /// The CA certificate that clients are to trust, PEM.
  [[nodiscard]] std::string ca_certificate() const { return authority_->pem(); }

  [[nodiscard]] std::shared_ptr<const CertificateAuthority> authority() const { return authority_; }

  /// `instead`: a certificate of this kind, not the one that the options choose for this connection.
  [[nodiscard]] std::unique_ptr<TlsSession> open(int descriptor, std::uint64_t connection,
                                                 std::optional<CertificateKind> instead = {});

  void note_completed(const TlsSession& session);
  void note_failed(const TlsSession& session, const std::string& why);
  [[nodiscard]] Handshakes handshakes() const;
  /// Waits until a handshake has ended, well or badly. False where none did in this time.
  bool wait_for_handshake(std::chrono::milliseconds at_most);

 private:
  SSL_CTX& context_for(CertificateKind kind);
  void note_ended(const TlsSession& session);

  const TlsOptions options_;
  const std::shared_ptr<const CertificateAuthority> authority_;
  mutable std::mutex mutex_;                              // guards all below
  std::map<CertificateKind, SslContextHandle> contexts_;  // each made when it is first wanted
  Handshakes handshakes_;
  std::condition_variable handshake_ended_;
};

}  // namespace gcmock
