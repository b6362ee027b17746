// Who wants to know that something happened.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>

#include "gcmock/http/service.h"

namespace gcmock {

/// One that is told. A bell that has rung does not ring again before its watcher has looked.
class Watcher {
 public:
  explicit Watcher(ServiceBell bell) : bell_(std::move(bell)) {}
  void tell() {
    if (!has_rung_.exchange(true)) bell_();
  }
  /// Before looking at what happened: what happens from now on rings.
  void look() { has_rung_ = false; }

 private:
  const ServiceBell bell_;
  std::atomic<bool> has_rung_ = false;
};

/// All members may be called from any thread.
class Watchers {
 public:
  std::shared_ptr<Watcher> add(ServiceBell bell) {
    auto watcher = std::make_shared<Watcher>(std::move(bell));
    const std::lock_guard lock(mutex_);
    watchers_.emplace(watcher.get(), watcher);
    return watcher;
  }
  void remove(const std::shared_ptr<Watcher>& watcher) {
    const std::lock_guard lock(mutex_);
    watchers_.erase(watcher.get());
  }
  /// Leaves word only: may be called with any lock held.
  void tell() {
    const std::lock_guard lock(mutex_);
    for (const auto& [key, watcher] : watchers_) watcher->tell();
  }

 private:
  std::mutex mutex_;  // guards all below
  std::map<Watcher*, std::shared_ptr<Watcher>> watchers_;
};

}  // namespace gcmock
