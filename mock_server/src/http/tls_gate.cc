// No tickets and no session cache: each connection gets a whole handshake, and with it the certificate chosen for it.
#include "http/tls_gate.h"

#include <string_view>

#include "gcmock/error.h"

namespace gcmock {
namespace {

/// "http/1.1" as ALPN writes it (RFC 7301 §3.1).
constexpr std::string_view http_1_1{"\x08http/1.1"};

/// OpenSSL's words where the first bytes are a request.
constexpr std::string_view http_without_tls = "http request";

/// Clients that would rather speak HTTP/2 are told what is spoken here; those that ask nothing are told nothing.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char* offered,
                    unsigned offered_size, void*) {
  unsigned char* found = nullptr;
  const auto* ours = reinterpret_cast<const unsigned char*>(http_1_1.data());
  const int result = SSL_select_next_proto(&found, size, ours, http_1_1.size(), offered, offered_size);
  *chosen = found;
  return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

SslContextHandle new_context(const Identity& identity) {
  SslContextHandle context{SSL_CTX_new(TLS_server_method())};
  if (!context || SSL_CTX_use_certificate(context.get(), identity.certificate.get()) != 1 ||
      SSL_CTX_use_PrivateKey(context.get(), identity.key.get()) != 1) {
    throw Error{"OpenSSL: no context for TLS"};
  }
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_num_tickets(context.get(), 0);
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(context.get(),
                   SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_read_ahead(context.get(), 1);  // one recv for head and body of a record
  SSL_CTX_set_alpn_select_cb(context.get(), choose_protocol, nullptr);
  return context;
}

std::shared_ptr<const CertificateAuthority> authority_of(const TlsOptions& options) {
  if (options.authority != nullptr) return options.authority;
  return std::make_shared<const CertificateAuthority>("gcmock CA", std::chrono::system_clock::now());
}

}  // namespace

TlsGate::TlsGate(TlsOptions options) : options_(std::move(options)), authority_(authority_of(options_)) {
  context_for(options_.certificate(1));  // what cannot be made fails here, and the first client need not wait for it
}

std::unique_ptr<TlsSession> TlsGate::open(int descriptor, std::uint64_t connection,
                                          std::optional<CertificateKind> instead) {
  const auto kind = instead ? *instead : options_.certificate(connection);
  return std::make_unique<TlsSession>(context_for(kind), kind, descriptor);
}

SSL_CTX& TlsGate::context_for(CertificateKind kind) {
  const std::lock_guard lock{mutex_};
  auto& context = contexts_[kind];
  if (!context) context = new_context(authority_->issue(kind, options_.names));
  return *context;
}

void TlsGate::note_completed(const TlsSession& session) {
  const std::lock_guard lock{mutex_};
  ++handshakes_.completed;
  note_ended(session);
}

void TlsGate::note_failed(const TlsSession& session, const std::string& why) {
  const std::lock_guard lock{mutex_};
  ++handshakes_.failed;
  handshakes_.last_failure = why;
  if (why == http_without_tls) ++handshakes_.in_the_clear;
  note_ended(session);
}

void TlsGate::note_ended(const TlsSession& session) {
  if (session.certificate() != CertificateKind::valid) ++handshakes_.on_bad_certificates;
  handshake_ended_.notify_all();
}

bool TlsGate::wait_for_handshake(std::chrono::milliseconds at_most) {
  std::unique_lock lock{mutex_};
  return handshake_ended_.wait_for(lock, at_most, [&] { return handshakes_.completed + handshakes_.failed > 0; });
}

Handshakes TlsGate::handshakes() const {
  const std::lock_guard lock{mutex_};
  return handshakes_;
}

}  // namespace gcmock
