// TLS on one connection, never blocking: OpenSSL's SSL over a socket that somebody else owns.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "certificates/openssl_handles.h"
#include "gcmock/certificates/certificate_kind.h"
#include "http/socket.h"

namespace gcmock {

class TlsSession {
 public:
  enum class Handshake { done, would_block, failed };

  /// `descriptor` must stay open as long as the session.
  TlsSession(SSL_CTX& context, CertificateKind certificate, int descriptor);

  /// That the client is shown.
  [[nodiscard]] CertificateKind certificate() const { return certificate_; }

  /// To be called again, after `would_block`, when the socket is readable or writable.
  Handshake shake_hands();
  /// Why it failed, in OpenSSL's words: "tlsv1 alert unknown ca". Of a failed handshake.
  [[nodiscard]] const std::string& what_failed() const { return what_failed_; }

  /// One record at most: `may_hold_more` until nothing is left of it.
  Socket::Moved receive(std::span<char> into);
  /// After `would_block` the same bytes, or more that begin with them, must be sent next.
  Socket::Moved send(std::string_view bytes);
  /// close_notify (RFC 8446 §6.1), as far as the socket takes it: without it the end of input is a truncation.
  void say_goodbye();

 private:
  [[nodiscard]] Socket::Outcome outcome_of(int result) const;

  const CertificateKind certificate_;
  SslHandle ssl_;
  std::string what_failed_;
};

}  // namespace gcmock
