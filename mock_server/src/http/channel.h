// The bytes of one client, in the clear or by TLS. What is done to the connection itself is done to the socket.
#pragma once

#include <memory>
#include <utility>

#include "http/socket.h"
#include "http/tls_session.h"

namespace gcmock {

class Channel {
 public:
  /// `tls` null: in the clear. Else a session on this socket.
  Channel(Socket socket, std::unique_ptr<TlsSession> tls) : socket_(std::move(socket)), tls_(std::move(tls)) {}

  [[nodiscard]] const Socket& socket() const { return socket_; }
  /// Null where the channel is in the clear.
  [[nodiscard]] TlsSession* tls() { return tls_.get(); }

  [[nodiscard]] Socket::Moved receive(std::span<char> into) {
    return tls_ ? tls_->receive(into) : socket_.receive(into);
  }
  [[nodiscard]] Socket::Moved send(std::string_view bytes) { return tls_ ? tls_->send(bytes) : socket_.send(bytes); }
  void say_goodbye() {
    if (tls_) tls_->say_goodbye();
  }
  void reset() { socket_.reset(); }

 private:
  Socket socket_;
  std::unique_ptr<TlsSession> tls_;  // after the socket: it goes first
};

}  // namespace gcmock
