// Reports that are complete at any time: of what has ended, with everything else named as not run.
#pragma once

#include <chrono>
#include <mutex>
#include <vector>

#include "cli/commands.h"
#include "gcmock/harness/result.h"

namespace gcmock {

/// Whatever ends the process, its files hold a whole report. They are written anew after a scenario, but not for more
/// than a twentieth of the time. What goes to standard output or to a pipe waits for the
/// end. Safe to be used by several threads.
class KeptReports {
 public:
  /// `planned`: every scenario, none of them run. Writes at once.
  KeptReports(const std::vector<ReportFile>& reports, RunResult planned);

  void add(const ScenarioResult& ended);
  /// Writes at once.
  void interrupt(int signal);

 private:
  void write();

  std::mutex mutex_;
  std::vector<ReportFile> reports_;
  RunResult so_far_;
  const std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_written_;
  std::chrono::steady_clock::duration writing_took_{0};
};

}  // namespace gcmock
