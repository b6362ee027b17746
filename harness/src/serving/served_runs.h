// The runs that one admin API looks after. Each has a server, a world and a journal of its own: none sees another.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gcmock/harness/diagnostic.h"
#include "serving/served_run.h"

namespace gcmock {

/// Files as they were sent: by their names, "scenarios/multi_org/x.json", relative to a folder that they have in
/// common.
struct SentFiles {
  std::string main;  ///< the scenario or world among them
  std::map<std::string, std::string> texts;
  std::uint64_t seed = 1;
};

/// Why a run was not started.
struct RunNotStarted {
  std::string what;
  std::vector<Diagnostic> diagnostics = {};
  bool is_full = false;  ///< there are as many as there may be
};

/// What a file makes a run of; its id and how it is reached are the caller's to say.
struct LoadedRun {
  std::optional<RunSource> source;  ///< empty: the file has mistakes
  std::vector<Diagnostic> diagnostics;
};
LoadedRun load_run(const std::string& file, std::uint64_t seed);

struct ServedRunsOptions {
  ServerSettings settings;  ///< of every run, where its scenario does not say
  std::string address = "127.0.0.1";
  std::string told_address = {};  ///< as ServerOptions has it
  int first_port = 0;             ///< ports of the runs that are started later; 0: free ones
  int last_port = 0;
  std::size_t at_most = 64;
};

/// All members may be called from any thread.
class ServedRuns {
 public:
  explicit ServedRuns(ServedRunsOptions options) : options_(std::move(options)) {}

  /// The run that was there from the start.
  void add(std::shared_ptr<ServedRun> run);
  std::variant<std::shared_ptr<ServedRun>, RunNotStarted> start(const SentFiles& files);
  [[nodiscard]] std::shared_ptr<ServedRun> find(const std::string& id) const;
  [[nodiscard]] std::vector<std::shared_ptr<ServedRun>> all() const;
  /// Its server stops once nobody has the run any more: streams of it end now. False: there is none, or it was there
  /// from the start.
  bool stop(const std::string& id);

 private:
  [[nodiscard]] std::shared_ptr<ServedRun> serve(const RunSource& source) const;

  const ServedRunsOptions options_;
  mutable std::mutex mutex_;  // guards all below
  std::vector<std::shared_ptr<ServedRun>> runs_;
  std::uint64_t started_ = 0;
};

}  // namespace gcmock
