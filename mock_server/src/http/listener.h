// Listens on an address and hands each accepted socket over.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "http/socket.h"

namespace gcmock {

/// Listens when constructed, stops when destroyed. Throws Error where the port cannot be bound.
class Listener {
 public:
  /// `welcome` is called on the listener's own thread, for one socket at a time.
  Listener(const std::string& address, int port, std::function<void(Socket)> welcome);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  [[nodiscard]] int port() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gcmock
