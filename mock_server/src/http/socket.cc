// Thin: system calls and what their results mean here.
#include "http/socket.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace gcmock {
namespace {

Socket::Moved failed_move() {
  const bool is_patience_asked = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
  return {is_patience_asked ? Socket::Outcome::would_block : Socket::Outcome::broken, 0};
}

}  // namespace

void Socket::prepare() const {
  ::fcntl(descriptor_, F_SETFD, FD_CLOEXEC);
  ::fcntl(descriptor_, F_SETFL, O_NONBLOCK);
  const int on = 1;
  ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Socket::Moved Socket::receive(std::span<char> into) const {
  const auto count = ::recv(descriptor_, into.data(), into.size(), 0);
  if (count == 0) return {Outcome::ended, 0};
  if (count < 0) return failed_move();
  const auto bytes = static_cast<std::size_t>(count);
  return {Outcome::done, bytes, bytes < into.size() ? Rest::none : Rest::may_be_there};
}

Socket::Moved Socket::send(std::string_view bytes) const {
  const auto count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  if (count < 0) return failed_move();
  return {Outcome::done, static_cast<std::size_t>(count)};
}

bool Socket::was_refused() const {
  int error = 0;
  socklen_t size = sizeof error;
  return ::getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0;
}

bool Socket::has_unread_bytes() const {
  int count = 0;
  return ::ioctl(descriptor_, FIONREAD, &count) == 0 && count > 0;
}

bool Socket::peer_has_finished() const {
  pollfd asked{descriptor_, POLLRDHUP, 0};
  return ::poll(&asked, 1, 0) == 1 && (asked.revents & POLLRDHUP) != 0;
}

void Socket::finish_sending() const {
  ::shutdown(descriptor_, SHUT_WR);
}

void Socket::close() {
  if (descriptor_ < 0) return;
  ::close(std::exchange(descriptor_, -1));
}

void Socket::reset() {
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close();
}

}  // namespace gcmock
