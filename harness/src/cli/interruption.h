// SIGINT and SIGTERM, met by a thread of their own while something runs.
#pragma once

#include <pthread.h>

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace gcmock {

/// Make it before any other thread: they inherit that the signals wait. The first signal calls `interrupted` with its
/// number, in another thread; a second one ends the process as if nobody had met it.
class Interruption {
 public:
  explicit Interruption(std::function<void(int)> interrupted);
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

 private:
  void meet_signals();

  std::function<void(int)> interrupted_;
  sigset_t signals_{};
  sigset_t before_{};
  std::atomic<bool> over_ = false;
  std::thread thread_;
};

}  // namespace gcmock
