#include "client/retry.h"

#include <thread>

namespace gcmock {
namespace {

constexpr int most_tries = 3;
constexpr std::chrono::milliseconds first_pause{50};

}  // namespace

bool Tries::wait_for_another(std::optional<std::chrono::seconds> retry_after) {
  if (made_ == most_tries) return false;
  if (retry_after && *retry_after > longest_pause) return false;
  std::chrono::milliseconds pause = first_pause * (1 << (made_ - 1));
  if (retry_after && *retry_after > pause) pause = *retry_after;
  if (std::chrono::steady_clock::now() + pause >= deadline_) return false;
  std::this_thread::sleep_for(pause);
  ++made_;
  return true;
}

}  // namespace gcmock
