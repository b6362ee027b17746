// SIGINT and SIGTERM, met by a thread of their own while something runs.
#include "cli/interruption.h"

#include <utility>

namespace gcmock {

Interruption::Interruption(std::function<void(int)> interrupted) : interrupted_(std::move(interrupted)) {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  thread_ = std::thread([this] { meet_signals(); });
}

Interruption::~Interruption() {
  over_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);  // wakes it
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interruption::meet_signals() {
  int signal = 0;
  sigwait(&signals_, &signal);
  if (over_) return;
  interrupted_(signal);
  sigwait(&signals_, &signal);
  if (over_) return;
  std::signal(signal, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
  std::raise(signal);
}

}  // namespace gcmock
