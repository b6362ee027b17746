// Asking what time it is.
#include <sys/time.h>

#include "jumped_time.h"

using namespace gcmock::client_clock;

GCMOCK_SHOWN int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static const auto ask = real<int(clockid_t, timespec*)>("clock_gettime");
  const int result = ask(clock, time);
  if (result == 0 && jumps(clock)) *time = to_timespec(nanoseconds(*time) + jumped_by(clock));
  return result;
}

GCMOCK_SHOWN int gettimeofday(timeval* time, void* zone) noexcept {
  static const auto ask = real<int(timeval*, void*)>("gettimeofday");
  const int result = ask(time, zone);
  if (result != 0) return result;
  const timespec jumped = to_timespec(nanoseconds({time->tv_sec, time->tv_usec * 1000}) + jumped_by(CLOCK_REALTIME));
  time->tv_sec = jumped.tv_sec;
  time->tv_usec = jumped.tv_nsec / 1000;
  return result;
}

GCMOCK_SHOWN time_t time(time_t* stored) noexcept {
  const time_t seconds = to_timespec(now(CLOCK_REALTIME)).tv_sec;
  if (stored != nullptr) *stored = seconds;
  return seconds;
}

GCMOCK_SHOWN int timespec_get(timespec* time, int base) noexcept {
  if (base != TIME_UTC) return 0;
  *time = to_timespec(now(CLOCK_REALTIME));
  return base;
}
