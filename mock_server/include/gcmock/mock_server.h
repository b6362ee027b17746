// The mock as one object: construct it, talk to base_url(), read the journal.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gcmock/domain/world.h"
#include "gcmock/journal/exchange.h"
#include "gcmock/script/script.h"

namespace gcmock {

/// How domain time goes on from the world's start: by advance_clock() alone, or as real time goes by as well.
enum class DomainTime { frozen, follows_real_time };

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< loopback only unless you know why
  int port = 0;                       ///< 0: a free one
  std::string login_prefix;           ///< extra path prefix under which the login host is served as well: "/login"
  std::string api_prefix;             ///< the same for the API host
  std::uint64_t seed = 1;             ///< of identifiers and tokens
  DomainTime domain_time = DomainTime::frozen;
  unsigned workers = 0;  ///< threads that answer requests; 0: half the machine's cores, 1 at least
  std::size_t max_head_bytes = 32 * 1024;
  std::size_t max_body_bytes = 512000;            ///< request.bytes.max of the vendor's limits
  std::chrono::milliseconds head_timeout{10000};  ///< from the first byte of a request to its last
  std::chrono::milliseconds idle_timeout{60000};  ///< a kept-alive connection without a request
};

/// A server with a world of its own on a thread of its own. Listens when constructed, stops when destroyed;
/// a destructor that takes longer than 100 ms is a bug. All members may be called from any thread.
class MockServer {
 public:
  /// Throws Error where the port cannot be bound.
  explicit MockServer(World world, Script script = {}, ServerOptions options = {});
  ~MockServer();
  MockServer(const MockServer&) = delete;
  MockServer& operator=(const MockServer&) = delete;

  [[nodiscard]] int port() const;
  [[nodiscard]] std::string base_url() const;  ///< "http://127.0.0.1:40123"
  [[nodiscard]] std::string login_url()
      const;  ///< what `/oauth/token` is appended to: with "/api/v2" for the reported dialect
  [[nodiscard]] std::string api_url() const;  ///< what `/api/v2/…` is appended to

  [[nodiscard]] std::vector<Exchange> journal() const;  ///< a copy, in order of decision
  [[nodiscard]] std::size_t journal_size() const;
  [[nodiscard]] std::vector<LedgerEntry> ledger() const;       ///< a copy
  [[nodiscard]] std::vector<std::size_t> rules_fired() const;  ///< how often each rule of the script spoke
  [[nodiscard]] Instant now() const;
  [[nodiscard]] std::chrono::nanoseconds since_start() const;  ///< the monotonic clock of the journal

  void advance_clock(std::chrono::milliseconds by);

  /// Waits until every answer decided so far was delivered (or cut), at most `at_most`. False where it timed out.
  bool wait_until_delivered(std::chrono::milliseconds at_most) const;

  /// Replaces every credential of this world and ledger found in `text` by its fingerprint: for captured output.
  [[nodiscard]] std::string redact(std::string text) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gcmock
