// Threads that no signal is delivered to: an embedder's handlers run on its own threads, and interrupt only those.
#pragma once

#include <csignal>
#include <thread>
#include <utility>

namespace gcmock {

template <class Work>
std::thread start_quiet_thread(Work work) {
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  struct Restore {
    const sigset_t& mask;
    ~Restore() { ::pthread_sigmask(SIG_SETMASK, &mask, nullptr); }
  } restore{before};
  return std::thread(std::move(work));
}

}  // namespace gcmock
