// Writing to where nobody reads any more, without a signal that would end this process.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <string_view>

namespace gcmock {

/// While it lives, no SIGPIPE is delivered to the thread that made it: what a write of that thread raised is gone
/// afterwards. A SIGPIPE that was pending before stays pending.
class SigpipeHeld {
 public:
  SigpipeHeld();
  ~SigpipeHeld();
  SigpipeHeld(const SigpipeHeld&) = delete;
  SigpipeHeld& operator=(const SigpipeHeld&) = delete;

 private:
  const bool was_pending_;
  sigset_t before_{};
};

/// As write(2); a reader that is gone is EPIPE and nothing else.
ssize_t write_without_sigpipe(int descriptor, std::string_view bytes);

}  // namespace gcmock
