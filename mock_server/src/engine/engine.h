// One request, one atomic step: parse, choose the rule, decide, settle, encode, record; under the world's lock.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/handler.h"
#include "gcmock/domain/found_credential.h"
#include "gcmock/domain/world.h"
#include "gcmock/journal/exchange.h"
#include "gcmock/script/script.h"
#include "gcmock/seams/seams.h"

namespace gcmock {

struct EngineOptions {
  std::string login_prefix;
  std::string api_prefix;
  std::uint64_t seed = 1;  ///< of what a script leaves to chance
};

/// All members may be called from any thread.
class Engine final : public Handler {
 public:
  /// `clock` and `ids` must outlive the engine; a script may move the clock. `started` is the origin of the journal's
  /// monotonic times.
  Engine(World world, Script script, EngineOptions options, MovableClock& clock, IdSource& ids,
         std::chrono::steady_clock::time_point started);
  ~Engine() override;

  Delivery handle(HttpRequest request) override;
  Delivery handle(const MalformedRequest& request) override;
  void delivered(std::uint64_t seq, const DeliveryReport& report) override;
  void note_bad_certificate(std::uint64_t connection, std::string_view kind) override;
  void set_bell(Bell bell) override;
  std::optional<std::chrono::milliseconds> time_to_hold(std::uint64_t seq) override;

  /// Changes the world between two exchanges.
  void change(const WorldChange& change);
  [[nodiscard]] std::vector<ChangeBetween> changes() const;
  [[nodiscard]] World world() const;
  /// As MockServer says.
  void when_something_happens(std::function<void()> told);

  [[nodiscard]] std::vector<Exchange> journal() const;
  [[nodiscard]] std::size_t journal_size() const;
  [[nodiscard]] std::vector<Exchange> journal_after(std::uint64_t seq, std::size_t at_most) const;
  [[nodiscard]] std::vector<LedgerEntry> ledger() const;
  [[nodiscard]] std::vector<std::size_t> rules_fired() const;
  [[nodiscard]] std::string redact(std::string text) const;
  [[nodiscard]] std::vector<FoundCredential> find_credentials(const std::string& text) const;
  /// True when no delivery is pending; waits for it at most `at_most`.
  bool wait_until_delivered(std::chrono::milliseconds at_most) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gcmock
