#include "client/patient_host.h"

#include <algorithm>
#include <thread>

#include "client/retry.h"

namespace gcmock {
namespace {

// Some limits are the day's. Whoever asks for more than an hour is asked again by then: it may have been a mistake.
constexpr std::chrono::hours longest_memory{1};

}  // namespace

bool PatientHost::wait_until_welcome(Deadline deadline) const {
  Deadline from;
  {
    const std::lock_guard lock(mutex_);
    from = welcome_from_;
  }
  const auto now = std::chrono::steady_clock::now();
  if (from <= now) return true;
  if (from >= deadline || from - now > longest_pause) return false;
  std::this_thread::sleep_until(from);
  return true;
}

void PatientHost::heed(std::optional<std::chrono::seconds> retry_after) {
  if (!retry_after) return;
  const auto wait = std::min<std::chrono::seconds>(*retry_after, longest_memory);
  const std::lock_guard lock(mutex_);
  welcome_from_ = std::max(welcome_from_, std::chrono::steady_clock::now() + wait);
}

void PatientHost::clock_moved(std::chrono::milliseconds by) {
  const std::lock_guard lock(mutex_);
  // One that is corrected backwards makes nobody wait longer.
  if (by.count() > 0) welcome_from_ -= by;
}

}  // namespace gcmock
