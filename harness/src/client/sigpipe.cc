// What is ignored or handled belongs to the whole process, and so to whoever embeds us; a mask is this thread's own.
#include "client/sigpipe.h"

#include <unistd.h>

#include <cerrno>
#include <ctime>

namespace gcmock {
namespace {

bool sigpipe_is_pending() {
  sigset_t pending;
  sigemptyset(&pending);
  sigpending(&pending);
  return sigismember(&pending, SIGPIPE) == 1;
}

sigset_t only_sigpipe() {
  sigset_t sigpipe;
  sigemptyset(&sigpipe);
  sigaddset(&sigpipe, SIGPIPE);
  return sigpipe;
}

}  // namespace

SigpipeHeld::SigpipeHeld() : was_pending_(sigpipe_is_pending()) {
  const sigset_t sigpipe = only_sigpipe();
  pthread_sigmask(SIG_BLOCK, &sigpipe, &before_);
}

SigpipeHeld::~SigpipeHeld() {
  const int error = errno;
  const sigset_t sigpipe = only_sigpipe();
  const timespec now{};
  if (!was_pending_) sigtimedwait(&sigpipe, nullptr, &now);
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  errno = error;
}

ssize_t write_without_sigpipe(int descriptor, std::string_view bytes) {
  const SigpipeHeld held;
  return ::write(descriptor, bytes.data(), bytes.size());
}

}  // namespace gcmock
