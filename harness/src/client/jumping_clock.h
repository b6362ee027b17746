// The clock that a program started by us sees, made to jump: a page of memory that it shares with a library preloaded
// into the program (client_clock/).
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "client/child_process.h"

namespace gcmock {

struct ClockPage;

/// The file of the library to preload, beside the running program or where it was built. Empty: there is none.
std::optional<std::string> client_clock_library();

/// The page is a file that is gone with the object.
class JumpingClock {
 public:
  /// Throws Error where the page cannot be made.
  JumpingClock();
  ~JumpingClock();
  JumpingClock(const JumpingClock&) = delete;
  JumpingClock& operator=(const JumpingClock&) = delete;

  /// Has `program`, and what it starts, live by this clock; what is preloaded already stays so. `library` is the file
  /// that client_clock_library() named.
  void preload_into(Program& program, const std::string& library) const;

  /// A negative jump moves the time of day back, as when a clock is corrected; time that is measured never goes back.
  /// From any thread.
  void jump(std::chrono::milliseconds by);

 private:
  std::string file_;
  ClockPage* page_ = nullptr;  // mapped
};

}  // namespace gcmock
