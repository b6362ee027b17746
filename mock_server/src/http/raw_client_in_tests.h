// For tests: a client that sends exactly the bytes it is told to, and tells FIN from RST. Gives up after ten seconds.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>

#include "http/socket.h"

namespace gcmock {

class RawClient {
 public:
  explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const int on = 1;
    ::setsockopt(socket_.descriptor(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_connected_ = ::connect(socket_.descriptor(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }

  [[nodiscard]] bool is_connected() const { return is_connected_; }

  RawClient& send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = socket_.send(bytes);
      // Who learns of an RST by sending does not learn of it again by reading.
      if (sent.outcome == Socket::Outcome::broken) ending_ = Ending::reset;
      if (sent.bytes == 0) break;
      bytes.remove_prefix(sent.bytes);
    }
    return *this;
  }

  enum class Ending { fin, reset, none };
  struct Read {
    std::string bytes;
    Ending ending = Ending::none;  ///< none: ten seconds went by
  };

  /// All that comes until the connection ends.
  Read read_to_end() {
    while (receive()) {
    }
    return {std::exchange(unread_, {}), ending_};
  }

  /// Until `wanted` was read; what comes after it stays for later.
  std::string read_past(std::string_view wanted) {
    while (unread_.find(wanted) == std::string::npos && receive()) {
    }
    const auto at = unread_.find(wanted);
    return take(at == std::string::npos ? unread_.size() : at + wanted.size());
  }

  /// One answer by its Content-Length.
  std::string read_answer() {
    auto head = read_past("\r\n\r\n");
    constexpr std::string_view name = "Content-Length: ";
    const auto at = head.find(name);
    const std::size_t length = at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + name.size(), nullptr, 10);
    while (unread_.size() < length && receive()) {
    }
    return head + take(std::min(length, unread_.size()));
  }

  /// Status of the next answer; 0 where none came.
  int read_status() {
    const auto answer = read_answer();
    return answer.starts_with("HTTP/1.1 ") ? std::atoi(answer.c_str() + 9) : 0;
  }

  /// False where the server has answered what was sent with a reset.
  [[nodiscard]] bool can_still_send() const { return !socket_.was_refused(); }

  /// No byte and no end comes in this time.
  [[nodiscard]] bool hears_nothing_for(std::chrono::milliseconds time) const {
    pollfd asked{socket_.descriptor(), POLLIN | POLLRDHUP, 0};
    return ::poll(&asked, 1, static_cast<int>(time.count())) == 0;
  }

  void finish_sending() { socket_.finish_sending(); }
  void close() { socket_.close(); }
  void reset() { socket_.reset(); }
  [[nodiscard]] int descriptor() const { return socket_.descriptor(); }

 private:
  bool receive() {
    if (ending_ != Ending::none) return false;
    pollfd wanted{socket_.descriptor(), POLLIN, 0};
    if (::poll(&wanted, 1, 10000) != 1) return false;
    std::array<char, 16384> piece{};
    const auto count = ::recv(socket_.descriptor(), piece.data(), piece.size(), 0);
    if (count <= 0) {
      ending_ = count == 0 ? Ending::fin : Ending::reset;
      return false;
    }
    unread_.append(piece.data(), static_cast<std::size_t>(count));
    return true;
  }

  std::string take(std::size_t count) {
    auto taken = unread_.substr(0, count);
    unread_.erase(0, count);
    return taken;
  }

  Socket socket_;
  bool is_connected_ = false;
  std::string unread_;
  Ending ending_ = Ending::none;
};

}  // namespace gcmock
