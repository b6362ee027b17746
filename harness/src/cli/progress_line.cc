// The last line of a terminal while a long run goes: how far it is.
#include "cli/progress_line.h"

#include <ostream>

namespace gcmock {

ProgressLine::ProgressLine(std::ostream& console, std::size_t scenarios, ProgressStyle style)
    : console_(console), style_(style) {
  so_far_.scenarios = scenarios;
  if (style_.shown) thread_ = std::thread([this] { redraw_now_and_then(); });
}

ProgressLine::~ProgressLine() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
    erase();
  }
  over_changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void ProgressLine::tell(const std::string& text, Ended ended) {
  const std::lock_guard lock(mutex_);
  ++so_far_.ended;
  if (ended == Ended::with_a_problem) ++so_far_.problems;
  erase();
  console_ << text;
  draw();
  console_ << std::flush;
}

void ProgressLine::redraw_now_and_then() {
  std::unique_lock lock(mutex_);
  auto wait = style_.shown_after;
  while (!over_changed_.wait_for(lock, wait, [this] { return over_; })) {
    erase();
    draw();
    console_ << std::flush;
    wait = style_.redrawn_every;
  }
}

void ProgressLine::draw() {
  so_far_.elapsed = std::chrono::steady_clock::now() - started_;
  if (!style_.shown || so_far_.elapsed < style_.shown_after || so_far_.ended == so_far_.scenarios) return;
  console_ << progress_text(so_far_);
  drawn_ = true;
}

void ProgressLine::erase() {
  if (drawn_) console_ << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace gcmock
