// The last line of a terminal while a long run goes: how far it is.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <iosfwd>
#include <mutex>
#include <string>
#include <thread>

#include "report/progress_text.h"

namespace gcmock {

struct ProgressStyle {
  bool shown = false;                           ///< not where the console is no terminal
  std::chrono::milliseconds shown_after{2000};  ///< what is over before needs no line
  std::chrono::milliseconds redrawn_every{1000};
};

/// Everything that goes to the console while it lives must go through it. The destructor takes the line away.
class ProgressLine {
 public:
  ProgressLine(std::ostream& console, std::size_t scenarios, ProgressStyle style);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  enum class Ended { well, with_a_problem };
  /// A scenario ended: `text` goes to the console, above the line.
  void tell(const std::string& text, Ended ended);

 private:
  void redraw_now_and_then();
  void draw();
  void erase();

  std::ostream& console_;
  const ProgressStyle style_;
  const std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable over_changed_;
  bool over_ = false;
  bool drawn_ = false;
  ProgressSoFar so_far_;
  std::thread thread_;
};

}  // namespace gcmock
