// Sockets: accepts, frames requests strictly (RFC 9112), hands them to a Handler, delivers what it answers.
// The only place that knows httplib.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "engine/handler.h"

namespace gcmock {

struct FrontDoorOptions {
  std::string address = "127.0.0.1";
  int port = 0;
  unsigned workers = 0;
  std::size_t max_head_bytes = 32 * 1024;
  std::size_t max_body_bytes = 512000;
  std::chrono::milliseconds head_timeout{10000};
  std::chrono::milliseconds idle_timeout{60000};
};

/// Listens when constructed, stops when destroyed (promptly, with connections open). Throws Error where the
/// port cannot be bound.
class FrontDoor {
 public:
  FrontDoor(Handler& handler, FrontDoorOptions options, std::chrono::steady_clock::time_point started);
  ~FrontDoor();
  FrontDoor(const FrontDoor&) = delete;
  FrontDoor& operator=(const FrontDoor&) = delete;

  [[nodiscard]] int port() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gcmock
