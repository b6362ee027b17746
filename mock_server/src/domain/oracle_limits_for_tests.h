// The oracle's own counting of requests: windows by a sentence that says what they count.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "gcmock/domain/world.h"

namespace gcmock::tests {

class OracleLimits {
 public:
  [[nodiscard]] bool full(const std::optional<RateLimit>& limit, const std::string& counted, Instant now) const {
    if (!limit) return false;
    const auto window = windows_.find(counted);
    const bool open = window != windows_.end() && now - window->second.first < limit->window;
    return (open ? window->second.second : 0) >= limit->requests;
  }

  void count(const std::optional<RateLimit>& limit, const std::string& counted, Instant now) {
    if (!limit) return;
    auto& [opened, requests] = windows_.try_emplace(counted, now, 0).first->second;
    if (now - opened >= limit->window) {
      opened = now;
      requests = 0;
    }
    ++requests;
  }

 private:
  std::map<std::string, std::pair<Instant, int>> windows_;
};

}  // namespace gcmock::tests
