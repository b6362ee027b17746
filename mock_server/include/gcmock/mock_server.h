// The mock as one object: construct it, talk to base_url(), read the journal.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gcmock/domain/found_credential.h"
#include "gcmock/domain/world.h"
#include "gcmock/domain/world_change.h"
#include "gcmock/http/handshakes.h"
#include "gcmock/journal/exchange.h"
#include "gcmock/script/script.h"
#include "gcmock/server_options.h"

namespace gcmock {

/// A server with a world of its own on a thread of its own. Listens when constructed, stops when destroyed;
/// a destructor that takes longer than 100 ms is a bug. All members may be called from any thread.
class MockServer {
 public:
  /// Throws Error where the port cannot be bound.
  explicit MockServer(World world, Script script = {}, ServerOptions options = {});
  ~MockServer();
  MockServer(const MockServer&) = delete;
  MockServer& operator=(const MockServer&) = delete;

  [[nodiscard]] int port() const;              ///< of both hosts, or of the login host
  [[nodiscard]] int api_port() const;          ///< of the API host; the same where both have one
  [[nodiscard]] std::string base_url() const;  ///< "http://127.0.0.1:40123"; of the login host where there are two
  [[nodiscard]] std::string login_url()
      const;  ///< what `/oauth/token` is appended to: with "/api/v2" for the reported dialect
  [[nodiscard]] std::string api_url() const;  ///< what `/api/v2/…` is appended to

  /// The certificate of the CA that made this server's, PEM: what a client must trust. Empty for http.
  [[nodiscard]] std::string ca_certificate() const;
  [[nodiscard]] std::shared_ptr<const CertificateAuthority> authority() const;  ///< null for http
  [[nodiscard]] Handshakes handshakes() const;                                  ///< of TLS, so far

  [[nodiscard]] std::vector<Exchange> journal() const;  ///< a copy, in order of decision
  [[nodiscard]] std::size_t journal_size() const;
  /// Those behind `seq`, at most so many.
  [[nodiscard]] std::vector<Exchange> journal_after(std::uint64_t seq, std::size_t at_most) const;
  [[nodiscard]] std::vector<LedgerEntry> ledger() const;       ///< a copy
  [[nodiscard]] std::vector<std::size_t> rules_fired() const;  ///< how often each rule of the script spoke
  [[nodiscard]] Instant now() const;
  [[nodiscard]] std::chrono::nanoseconds since_start() const;  ///< the monotonic clock of the journal

  void advance_clock(std::chrono::milliseconds by);
  /// Tells of each jump of domain time, whoever made it, in the thread that did. Instead of whom it told before: once
  /// this returns, that one is told no more. An empty function: nobody.
  void when_clock_moves(std::function<void(std::chrono::milliseconds by)> told);

  /// Changes the world between two exchanges: what an administrator does behind the client's back.
  void change(const WorldChange& change);
  [[nodiscard]] std::vector<ChangeBetween> changes() const;  ///< made so, in order
  [[nodiscard]] World world() const;                         ///< a copy, as it is now; it holds credentials

  /// Tells of each exchange, delivery and change of the world, in the thread that made it and with the world's lock
  /// held: `told` may only leave word. Instead of whom it told before; once this returns, that one is told no more.
  void when_something_happens(std::function<void()> told);

  /// Waits until every answer decided so far was delivered (or cut), at most `at_most`. False where it timed out.
  bool wait_until_delivered(std::chrono::milliseconds at_most) const;

  /// Waits until a TLS handshake has ended, well or badly: a client knows of that before the server does. False where
  /// none did in this time, and for http.
  bool wait_for_handshake(std::chrono::milliseconds at_most) const;

  /// Replaces every credential of this world and ledger found in `text` by its fingerprint: for captured output.
  [[nodiscard]] std::string redact(std::string text) const;

  /// What redact() would replace, in the order of the text.
  [[nodiscard]] std::vector<FoundCredential> find_credentials(const std::string& text) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gcmock
