#include "jumped_time.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "clock_page.h"

namespace gcmock::client_clock {
namespace {

constexpr Nanoseconds second = 1'000'000'000;
constexpr Nanoseconds century = 100LL * 365 * 86400 * second;

const ClockPage* page = nullptr;  // until it is mapped, and where there is none: no jumps

__attribute__((constructor)) void map_the_page() {
  const char* file = getenv(clock_page_variable);
  if (file == nullptr) return;
  const int descriptor = open(file, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  void* mapped = mmap(nullptr, sizeof(ClockPage), PROT_READ, MAP_SHARED, descriptor, 0);
  close(descriptor);
  if (mapped != MAP_FAILED) page = static_cast<const ClockPage*>(mapped);
}

const std::int64_t* member_for(clockid_t clock) {
  if (page == nullptr) return nullptr;
  switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
    case CLOCK_TAI:
      return &page->realtime_ns;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_BOOTTIME:
      return &page->monotonic_ns;
    default:
      return nullptr;
  }
}

}  // namespace

bool jumps(clockid_t clock) {
  return member_for(clock) != nullptr;
}

Nanoseconds jumped_by(clockid_t clock) {
  const std::int64_t* member = member_for(clock);
  return member == nullptr ? 0 : __atomic_load_n(member, __ATOMIC_RELAXED);
}

Nanoseconds real_now(clockid_t clock) {
  static const auto ask = real<int(clockid_t, timespec*)>("clock_gettime");
  timespec time{};
  ask(clock, &time);
  return nanoseconds(time);
}

Nanoseconds nanoseconds(const timespec& time) {
  if (time.tv_sec > century / second) return century;
  return time.tv_sec * second + time.tv_nsec;
}

timespec to_timespec(Nanoseconds time) {
  timespec result{};
  result.tv_sec = time / second;
  result.tv_nsec = time % second;
  if (result.tv_nsec < 0) {
    result.tv_nsec += second;
    --result.tv_sec;
  }
  return result;
}

}  // namespace gcmock::client_clock
