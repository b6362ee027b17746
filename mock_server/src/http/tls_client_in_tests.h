// For tests: a TLS client that sends exactly what it is told to, and tells close_notify, FIN and RST apart.
#pragma once

#include <openssl/err.h>
#include <openssl/pem.h>

#include <string>
#include <string_view>
#include <utility>

#include "certificates/openssl_handles.h"
#include "http/raw_client_in_tests.h"

namespace gcmock {

class TlsClient {
 public:
  struct Trust {
    std::string ca_certificate;  ///< PEM
    std::string host = "localhost";
    int max_version = TLS1_3_VERSION;
  };

  /// Connects; hands are shaken with the first bytes, or by shake_hands().
  TlsClient(int port, const Trust& trust) : raw_(port), context_(SSL_CTX_new(TLS_client_method())) {
    trust_in(trust.ca_certificate);
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_max_proto_version(context_.get(), trust.max_version);
    ssl_.reset(SSL_new(context_.get()));
    SSL_set_tlsext_host_name(ssl_.get(), trust.host.c_str());
    SSL_set1_host(ssl_.get(), trust.host.c_str());
    SSL_set_fd(ssl_.get(), raw_.descriptor());
    SSL_set_connect_state(ssl_.get());
    const timeval patience{10, 0};
    ::setsockopt(raw_.descriptor(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }

  /// X509_V_OK, or why the server's certificate was refused.
  long shake_hands() {
    SSL_do_handshake(ssl_.get());
    return SSL_get_verify_result(ssl_.get());
  }

  TlsClient& send(std::string_view bytes) {
    if (!bytes.empty()) SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
    return *this;
  }

  enum class Ending { close_notify, fin, reset, none };
  struct Read {
    std::string bytes;
    Ending ending = Ending::none;
  };
  Read read_to_end() {
    while (receive()) {
    }
    return {std::exchange(unread_, {}), ending_};
  }

  /// Until so many bytes were read, or no more come.
  std::string read(std::size_t count) {
    while (unread_.size() < count && receive()) {
    }
    auto taken = unread_.substr(0, count);
    unread_.erase(0, taken.size());
    return taken;
  }

  RawClient& raw() { return raw_; }
  SSL& ssl() { return *ssl_; }

 private:
  void trust_in(const std::string& pem) {
    const BioHandle memory{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    const CertificateHandle certificate{PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr)};
    if (certificate) X509_STORE_add_cert(SSL_CTX_get_cert_store(context_.get()), certificate.get());
  }

  bool receive() {
    if (ending_ != Ending::none) return false;
    ERR_clear_error();
    errno = 0;
    std::string piece(16384, '\0');
    const int count = SSL_read(ssl_.get(), piece.data(), static_cast<int>(piece.size()));
    if (count > 0) {
      unread_.append(piece, 0, static_cast<std::size_t>(count));
      return true;
    }
    ending_ = ending_after(SSL_get_error(ssl_.get(), count));
    return false;
  }

  static Ending ending_after(int error) {
    if (error == SSL_ERROR_ZERO_RETURN) return Ending::close_notify;
    if (ERR_GET_REASON(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING) return Ending::fin;
    return errno == ECONNRESET ? Ending::reset : Ending::none;
  }

  RawClient raw_;
  SslContextHandle context_;
  SslHandle ssl_;
  std::string unread_;
  Ending ending_ = Ending::none;
};

}  // namespace gcmock
