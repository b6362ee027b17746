// A socket with one owner, non-blocking, and the few things that the front door does with it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace gcmock {

class Socket {
 public:
  Socket() = default;
  explicit Socket(int descriptor) : descriptor_(descriptor) {}
  ~Socket() { close(); }
  Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

  /// Not blocking, not inherited by programs that we start, small answers sent at once (TCP_NODELAY).
  void prepare() const;

  enum class Outcome { done, would_block, ended, broken };
  /// Whether more can be had at once. A short read empties the kernel's buffer.
  enum class Rest { none, may_be_there };
  struct Moved {
    Outcome outcome = Outcome::done;
    std::size_t bytes = 0;
    Rest rest = Rest::none;  ///< of what was received
  };
  /// `ended`: the peer will send no more.
  [[nodiscard]] Moved receive(std::span<char> into) const;
  /// Never raises SIGPIPE.
  [[nodiscard]] Moved send(std::string_view bytes) const;

  /// The peer has reset the connection, or answered our bytes with a reset. Asked after sending: over loopback the
  /// answer to bytes that nobody wants is there when send() returns.
  [[nodiscard]] bool was_refused() const;
  [[nodiscard]] bool has_unread_bytes() const;
  [[nodiscard]] bool peer_has_finished() const;  ///< its FIN is here, perhaps behind unread bytes

  void finish_sending() const;  ///< FIN; what the peer still sends can be read
  void close();
  void reset();  ///< RST

 private:
  int descriptor_ = -1;
};

}  // namespace gcmock
