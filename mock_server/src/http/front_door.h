// Sockets: accepts, frames requests strictly (RFC 9112), hands them to a Handler, delivers what it answers.
// The only place that knows httplib.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "engine/handler.h"
#include "gcmock/http/handshakes.h"
#include "http/tls_gate.h"

namespace gcmock {

struct FrontDoorOptions {
  std::string address = "127.0.0.1";
  int port = 0;
  std::optional<int> api_port =
      std::nullopt;  ///< set: the API host's own, and `port` is the login host's then; 0: a free one
  std::optional<TlsOptions> tls = std::nullopt;
  unsigned workers = 0;
  std::size_t max_head_bytes = 32 * 1024;
  std::size_t max_body_bytes = 512000;
  std::chrono::milliseconds head_timeout{10000};
  std::chrono::milliseconds idle_timeout{60000};
  std::chrono::milliseconds handshake_timeout{10000};
};

/// Listens when constructed, stops when destroyed (promptly, with connections open). Throws Error where the
/// port cannot be bound.
class FrontDoor {
 public:
  FrontDoor(Handler& handler, FrontDoorOptions options, std::chrono::steady_clock::time_point started);
  ~FrontDoor();
  FrontDoor(const FrontDoor&) = delete;
  FrontDoor& operator=(const FrontDoor&) = delete;

  [[nodiscard]] int port() const;      ///< of both hosts, or of the login host
  [[nodiscard]] int api_port() const;  ///< of the API host; the same where both have one

  [[nodiscard]] std::string ca_certificate() const;                             ///< PEM; empty without TLS
  [[nodiscard]] std::shared_ptr<const CertificateAuthority> authority() const;  ///< null without TLS
  [[nodiscard]] Handshakes handshakes() const;
  /// Waits until a TLS handshake has ended, well or badly. False where none did, and without TLS.
  bool wait_for_handshake(std::chrono::milliseconds at_most) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gcmock
