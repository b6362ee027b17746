// The clock of one client that is a program: its own, or one that jumps when it is told to.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "client/child_process.h"
#include "client/clock_preflight.h"
#include "client/jumping_clock.h"

namespace gcmock {

/// Not thread-safe but for jump().
class ProcessClock {
 public:
  explicit ProcessClock(std::shared_ptr<ClockPreflight> preflight) : preflight_(std::move(preflight)) {}

  std::optional<std::string> why_it_stays(const ClientEnvironment& environment) {
    return preflight_->why_clock_stays(environment);
  }

  /// `program`, so that it lives by this clock where it is to follow.
  Program wound_up(Program program, ClientClock clock) {
    const auto library = clock == ClientClock::follows ? client_clock_library() : std::nullopt;
    if (library) jumping_.emplace().preload_into(program, *library);
    return program;
  }

  /// Nothing, where the program lives by its own.
  void jump(std::chrono::milliseconds by) {
    if (jumping_) jumping_->jump(by);
  }

 private:
  std::shared_ptr<ClockPreflight> preflight_;
  std::optional<JumpingClock> jumping_;
};

}  // namespace gcmock
