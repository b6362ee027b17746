// Stands between a client and a server, and keeps what goes by.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

#include "gcmock/http/service.h"
#include "record/recorded.h"
#include "record/upstream.h"

namespace gcmock {

/// What is kept. What comes behind is forwarded all the same.
struct RecorderLimits {
  std::size_t exchanges = 10'000;
  std::size_t bytes = 64 * 1024 * 1024;
};

/// Forwards each request on a thread of its own, 16 at most at once; further ones wait. Where the upstream's connection
/// ends before all of an answer came, the client gets what came, and its connection is closed. Any member may be called
/// from any thread.
class Recorder final : public HttpService {
 public:
  explicit Recorder(Upstream upstream, RecorderLimits limits = {});
  /// Waits for the answers of what is under way.
  ~Recorder() override;
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  ServiceReply handle(ServiceRequest request, ServiceBell bell) override;

  /// In the order in which they were answered.
  [[nodiscard]] std::vector<RecordedExchange> recorded() const;
  [[nodiscard]] std::size_t not_kept() const;
  /// For how long nothing has been under way; 0 before the first exchange.
  [[nodiscard]] std::chrono::nanoseconds idle_for() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gcmock
