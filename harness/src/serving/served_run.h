// A run as the admin API shows it: one served world with its journal, and all that has happened to it, in order.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "capture/captured.h"
#include "gcmock/harness/diagnostic.h"
#include "gcmock/harness/result.h"
#include "run/hosted_run.h"
#include "run/scratch_directory.h"
#include "serving/watchers.h"

namespace gcmock {

enum class RunKind { world, scenario };

/// What a run is made of.
struct RunSource {
  std::string id;
  RunKind kind = RunKind::scenario;
  Scenario scenario;
  RunOptions options;
  ServerOptions server;
  std::shared_ptr<const ScratchDirectory> files = {};  ///< where it was read from, if that was made for it
};

/// A jump of domain time that was asked for.
struct ClockJump {
  std::chrono::milliseconds by{0};
  Instant now;  ///< after it
};

struct ServerAddresses {
  std::string base_url;
  std::string login_url;
  std::string api_url;
  std::string ca_certificate;  ///< PEM; empty for http
};

/// Where a reader of a run's happenings is.
struct Bookmark {
  std::uint64_t generation = 0;  ///< how often it was reset
  std::size_t next = 0;          ///< index of the first happening that was not read
};

/// All members may be called from any thread.
class ServedRun {
 public:
  explicit ServedRun(RunSource source);
  ~ServedRun();
  ServedRun(const ServedRun&) = delete;
  ServedRun& operator=(const ServedRun&) = delete;

  [[nodiscard]] const std::string& id() const { return id_; }
  /// False: it was there from the start.
  [[nodiscard]] bool was_started() const { return files_ != nullptr; }
  [[nodiscard]] bool has_port(int port);
  [[nodiscard]] nlohmann::ordered_json description();
  [[nodiscard]] std::size_t journal_size();
  [[nodiscard]] nlohmann::ordered_json exchanges_after(std::uint64_t seq, std::size_t at_most);
  /// With the reasons of a refusal; empty where there is no such exchange.
  [[nodiscard]] std::optional<nlohmann::ordered_json> exchange(std::uint64_t seq);
  [[nodiscard]] nlohmann::ordered_json clock();
  [[nodiscard]] nlohmann::ordered_json world();
  /// What a client must be told, with the mock's own credentials.
  [[nodiscard]] ClientEnvironment environment();
  [[nodiscard]] ServerAddresses addresses();
  [[nodiscard]] nlohmann::ordered_json event_forms();

  [[nodiscard]] std::vector<Exchange> journal();

  void advance_clock(std::chrono::milliseconds by);
  /// As a step of a scenario says it.
  std::variant<nlohmann::ordered_json, std::vector<Diagnostic>> change(const std::string& event);
  /// False: no call is next, or the run is finished.
  bool call_made(std::optional<Outcome> outcome, const std::string& detail);
  void reset();

  /// No more steps are taken.
  void finish();
  [[nodiscard]] bool is_delivered();
  [[nodiscard]] nlohmann::ordered_json verdict();
  /// Text of a scenario file that does what was done.
  /// `file` is where it will stand, relative to where gcmock runs: the path of its world is written so.
  [[nodiscard]] std::string as_scenario(const std::string& title, const std::string& file);

  /// Nobody reads this run any more: streams end.
  void close();
  [[nodiscard]] bool is_closed();

  Watchers& watchers() { return watchers_; }
  /// What happened since, as server-sent events; moves the bookmark.
  std::string events_since(Bookmark& bookmark);

 private:
  enum class What { exchange, delivery, change, clock, run, reset };
  struct Happening {
    What what = What::exchange;
    std::uint64_t number = 0;  ///< seq of an exchange, index of a change or of a jump
  };

  void watch();
  void note_jump(std::chrono::milliseconds by);
  void note_step(std::size_t index);
  void note_first_steps();
  void catch_up();
  void note(What what, std::uint64_t number);
  [[nodiscard]] nlohmann::ordered_json described() const;
  [[nodiscard]] std::string event_text(const Happening& happening) const;
  [[nodiscard]] std::string shown(std::string text) const;

  const std::string id_;
  const RunKind kind_;
  const std::uint64_t seed_;
  const std::shared_ptr<const ScratchDirectory> files_;
  Watchers watchers_;

  std::mutex mutex_;  // guards all below
  HostedRun run_;
  std::optional<ScenarioStatus> status_;  ///< empty: not finished
  bool is_closed_ = false;
  std::uint64_t generation_ = 0;
  std::vector<Happening> happenings_;
  std::uint64_t exchanges_seen_ = 0;
  std::vector<std::uint64_t> undelivered_;
  std::size_t changes_seen_ = 0;
  std::vector<ClockJump> jumps_;
  std::vector<gcmock::Happening> between_;  ///< what was done to the world, for as_scenario()
  std::size_t events_said_ = 0;
};

}  // namespace gcmock
