// Time as the client is to see it: the machine's, and what the page says on top. Loaded into strangers' programs: no
// exceptions, no allocation, nothing of the C++ library.
#pragma once

#include <dlfcn.h>
#include <time.h>

#define GCMOCK_SHOWN extern "C" __attribute__((visibility("default")))

namespace gcmock::client_clock {

using Nanoseconds = long long;

/// How long a sleeper sleeps at a time: by then it has seen that the clock jumped.
inline constexpr Nanoseconds slice = 20'000'000;

/// 0 for clocks that do not jump: those that count processor time.
Nanoseconds jumped_by(clockid_t clock);
bool jumps(clockid_t clock);

Nanoseconds real_now(clockid_t clock);
inline Nanoseconds now(clockid_t clock) {
  return real_now(clock) + jumped_by(clock);
}

/// Saturates: who waits for centuries waits for one of them.
Nanoseconds nanoseconds(const timespec& time);
timespec to_timespec(Nanoseconds time);

/// The C library's own function of this name.
template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

/// Waits in slices until `deadline` of the client's clock has come. `wait(left)` waits for `left` nanoseconds of real
/// time at most and returns what the caller is to be told, or `timed_out`.
template <class Result, class Wait>
Result wait_until(clockid_t clock, Nanoseconds deadline, Result timed_out, Wait wait) {
  for (;;) {
    const Nanoseconds left = deadline - now(clock);
    if (left <= slice) return wait(left > 0 ? left : 0);
    const Result result = wait(slice);
    if (result != timed_out) return result;
  }
}

}  // namespace gcmock::client_clock
