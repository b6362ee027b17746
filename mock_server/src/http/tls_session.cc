// OpenSSL's own socket BIO writes without MSG_NOSIGNAL: so a BIO of ours, which otherwise does the same.
#include "http/tls_session.h"

#include <openssl/err.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstdint>

#include "gcmock/error.h"

namespace gcmock {
namespace {

int descriptor_of(BIO* bio) {
  return static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
}

/// What a system call's result is to OpenSSL.
int told(BIO* bio, ssize_t count, int retry) {
  BIO_clear_retry_flags(bio);
  const bool is_patience_asked = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
  if (is_patience_asked) BIO_set_flags(bio, retry | BIO_FLAGS_SHOULD_RETRY);
  return static_cast<int>(count);
}

int write_to_socket(BIO* bio, const char* bytes, int count) {
  return told(bio, ::send(descriptor_of(bio), bytes, static_cast<std::size_t>(count), MSG_NOSIGNAL), BIO_FLAGS_WRITE);
}

int read_from_socket(BIO* bio, char* bytes, int count) {
  return told(bio, ::recv(descriptor_of(bio), bytes, static_cast<std::size_t>(count), 0), BIO_FLAGS_READ);
}

long control(BIO*, int command, long, void*) {
  return command == BIO_CTRL_FLUSH ? 1 : 0;  // nothing is kept back; nothing else is known
}

BIO_METHOD* socket_method() {
  static BIO_METHOD* const method = [] {
    BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "gcmock socket");
    BIO_meth_set_write(made, write_to_socket);
    BIO_meth_set_read(made, read_from_socket);
    BIO_meth_set_ctrl(made, control);
    return made;
  }();
  return method;
}

BIO* bio_of(int descriptor) {
  BIO* bio = BIO_new(socket_method());
  if (bio == nullptr) throw Error{"OpenSSL: no BIO"};
  BIO_set_data(bio, reinterpret_cast<void*>(static_cast<std::intptr_t>(descriptor)));
  BIO_set_init(bio, 1);
  return bio;
}

/// OpenSSL asks for an empty queue of errors before each call whose result is looked into; the queue is the thread's.
void forget_errors() {
  ERR_clear_error();
}

std::string first_error() {
  const char* reason = ERR_reason_error_string(ERR_peek_error());
  return reason == nullptr ? "the client ended the connection" : reason;
}

}  // namespace

TlsSession::TlsSession(SSL_CTX& context, CertificateKind certificate, int descriptor)
    : certificate_(certificate), ssl_(SSL_new(&context)) {
  if (!ssl_) throw Error{"OpenSSL: no TLS session"};
  BIO* bio = bio_of(descriptor);
  SSL_set_bio(ssl_.get(), bio, bio);
  SSL_set_accept_state(ssl_.get());
}

TlsSession::Handshake TlsSession::shake_hands() {
  forget_errors();
  const int result = SSL_do_handshake(ssl_.get());
  if (result == 1) return Handshake::done;
  if (outcome_of(result) == Socket::Outcome::would_block) return Handshake::would_block;
  what_failed_ = first_error();
  return Handshake::failed;
}

Socket::Moved TlsSession::receive(std::span<char> into) {
  forget_errors();
  std::size_t count = 0;
  const int result = SSL_read_ex(ssl_.get(), into.data(), into.size(), &count);
  if (result == 1) return {Socket::Outcome::done, count, Socket::Rest::may_be_there};
  return {outcome_of(result), 0};
}

Socket::Moved TlsSession::send(std::string_view bytes) {
  forget_errors();
  std::size_t count = 0;
  const int result = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &count);
  if (result == 1) return {Socket::Outcome::done, count};
  return {outcome_of(result), 0};
}

void TlsSession::say_goodbye() {
  forget_errors();
  SSL_shutdown(ssl_.get());
}

Socket::Outcome TlsSession::outcome_of(int result) const {
  switch (SSL_get_error(ssl_.get(), result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
      return Socket::Outcome::would_block;
    case SSL_ERROR_ZERO_RETURN:
      return Socket::Outcome::ended;
    default:
      return Socket::Outcome::broken;
  }
}

}  // namespace gcmock
