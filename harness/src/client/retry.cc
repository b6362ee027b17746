#include "client/retry.h"

#include <algorithm>
#include <thread>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds first_pause{50};

}  // namespace

bool Tries::wait_for_another(std::optional<std::chrono::seconds> retry_after) {
  if (made_ == policy_.most_tries) return false;
  const std::chrono::milliseconds asked_for{policy_.heeds_retry_after ? retry_after.value_or(0s) : 0s};
  if (asked_for > longest_pause) return false;
  const std::chrono::milliseconds own = policy_.pause ? policy_.pause(made_) : first_pause * (1 << (made_ - 1));
  const std::chrono::milliseconds pause = std::max(own, asked_for);
  if (std::chrono::steady_clock::now() + pause >= deadline_) return false;
  std::this_thread::sleep_for(pause);
  ++made_;
  return true;
}

}  // namespace gcmock
