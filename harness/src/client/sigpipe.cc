#include "client/sigpipe.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>

namespace gcmock {
namespace {

bool sigpipe_is_pending() {
  sigset_t pending;
  sigemptyset(&pending);
  sigpending(&pending);
  return sigismember(&pending, SIGPIPE) == 1;
}

}  // namespace

// What is ignored or handled belongs to the whole process, and so to whoever embeds us; a mask is this thread's own.
ssize_t write_without_sigpipe(int descriptor, std::string_view bytes) {
  const bool was_pending = sigpipe_is_pending();
  sigset_t sigpipe;
  sigset_t before;
  sigemptyset(&sigpipe);
  sigaddset(&sigpipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &sigpipe, &before);

  const ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
  const int error = errno;

  const timespec now{};
  if (wrote < 0 && error == EPIPE && !was_pending) sigtimedwait(&sigpipe, nullptr, &now);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = error;
  return wrote;
}

}  // namespace gcmock
