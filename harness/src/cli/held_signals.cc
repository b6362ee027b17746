#include "cli/held_signals.h"

#include <ctime>

namespace gcmock {

HeldSignals::HeldSignals() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
}

HeldSignals::~HeldSignals() {
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void HeldSignals::wait() const {
  int signal = 0;
  sigwait(&signals_, &signal);
}

bool HeldSignals::came() const {
  const timespec a_while{0, 100'000'000};
  return sigtimedwait(&signals_, nullptr, &a_while) > 0;
}

}  // namespace gcmock
