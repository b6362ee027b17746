// The mock without sockets: requests are put to a world as values, one after the other.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gcmock/domain/world.h"
#include "gcmock/domain/world_change.h"
#include "gcmock/journal/exchange.h"
#include "gcmock/script/script.h"
#include "gcmock/server_options.h"

namespace gcmock {

struct OfflineRequest {
  std::string method = "GET";
  std::string target;  ///< path and query, percent-encoded
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

/// Judges and answers exactly as MockServer does; nothing is delivered. Domain time stands still until it is advanced.
/// Of the options, those of prefixes, seed and clock are heeded. All members may be called from any thread.
class OfflineMock {
 public:
  explicit OfflineMock(World world, Script script = {}, const ServerOptions& options = {});
  ~OfflineMock();
  OfflineMock(const OfflineMock&) = delete;
  OfflineMock& operator=(const OfflineMock&) = delete;

  /// The exchange as the journal has it.
  Exchange ask(OfflineRequest request);

  void advance_clock(std::chrono::milliseconds by);
  void change(const WorldChange& change);
  [[nodiscard]] std::vector<ChangeBetween> changes() const;
  [[nodiscard]] std::vector<Exchange> journal() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gcmock
