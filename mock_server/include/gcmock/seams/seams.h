// What a server gets from outside so that two runs are alike: time and identifiers.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "gcmock/domain/credential.h"
#include "gcmock/domain/names.h"
#include "gcmock/domain/time.h"

namespace gcmock {

/// Domain time. Safe from any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

/// Domain time that can be moved. Safe from any thread.
class MovableClock : public Clock {
 public:
  /// Moves time forward; a negative duration moves it back (a corrected clock).
  virtual void advance(std::chrono::milliseconds by) = 0;
};

/// Frozen until advanced.
class VirtualClock final : public MovableClock {
 public:
  explicit VirtualClock(Instant start) : now_(start.time_since_epoch().count()) {}
  [[nodiscard]] Instant now() const override { return Instant{std::chrono::milliseconds{now_.load()}}; }
  void advance(std::chrono::milliseconds by) override { now_.fetch_add(by.count()); }

 private:
  std::atomic<std::chrono::milliseconds::rep> now_;
};

/// Runs on from its start as real time goes by, `factor` times as fast; advance() adds an offset.
class RunningClock final : public MovableClock {
 public:
  using RealTime = std::function<std::chrono::steady_clock::time_point()>;

  explicit RunningClock(Instant start, double factor = 1, RealTime real_time = std::chrono::steady_clock::now);
  [[nodiscard]] Instant now() const override;
  void advance(std::chrono::milliseconds by) override { offset_.fetch_add(by.count()); }

 private:
  const Instant start_;
  const double factor_;
  const RealTime real_time_;
  const std::chrono::steady_clock::time_point began_;
  std::atomic<std::chrono::milliseconds::rep> offset_{0};
};

/// Identifiers that nobody can guess from another org's, yet the same in every run with the same seed.
/// Called with the world's lock held; need not be thread-safe.
class IdSource {
 public:
  virtual ~IdSource() = default;
  /// The value of a new credential. `label` is its name in reports and must not repeat.
  virtual std::string credential(CredentialKind kind, const std::string& label) = 0;
  /// A random-looking UUID (correlation ids).
  virtual std::string uuid() = 0;
};

/// Derives every value from a seed by SHA-256: `credential` depends on seed, kind and label only, so that
/// generated secrets do not change when something else in the world does. Values look like
/// "gcmock-rt-" + 43 base64url characters: recognisable, unique per org, traceable as canaries.
class SeededIds final : public IdSource {
 public:
  explicit SeededIds(std::uint64_t seed);
  std::string credential(CredentialKind kind, const std::string& label) override;
  std::string uuid() override;

 private:
  std::uint64_t seed_;
  std::uint64_t uuids_ = 0;
};

}  // namespace gcmock
