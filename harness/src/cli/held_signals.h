// SIGINT and SIGTERM for a command that stays up until one of them comes.
#pragma once

#include <csignal>

namespace gcmock {

/// They wait until they are asked for, in every thread that is started while this lives.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  /// Until one comes.
  void wait() const;
  /// False: none came for a tenth of a second.
  [[nodiscard]] bool came() const;

 private:
  sigset_t signals_{};
  sigset_t before_{};
};

}  // namespace gcmock
