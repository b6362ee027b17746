// Waiting for other threads, until a moment of a clock that may jump meanwhile. Every wait with such a deadline must be
// here: one that reached the kernel with a moment of the client's time would last as long as all jumps together.
#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "jumped_time.h"

using namespace gcmock::client_clock;

namespace {

timespec real_moment_in(Nanoseconds left) {
  return to_timespec(real_now(CLOCK_MONOTONIC) + left);
}

// `wait(moment)` waits until that moment of the real CLOCK_MONOTONIC, and returns an error number.
template <class Wait>
int wait_as_thread(clockid_t clock, const timespec* moment, Wait wait) {
  return wait_until(clock, nanoseconds(*moment), ETIMEDOUT, [&](Nanoseconds left) {
    const timespec real_moment = real_moment_in(left);
    return wait(&real_moment);
  });
}

// The same for calls that return -1 and set errno.
template <class Wait>
int wait_with_errno(clockid_t clock, const timespec* moment, Wait wait) {
  const int error =
      wait_as_thread(clock, moment, [&](const timespec* real_moment) { return wait(real_moment) == 0 ? 0 : errno; });
  if (error != 0) errno = error;
  return error == 0 ? 0 : -1;
}

// Where glibc (2.25 and later) keeps the clock that pthread_condattr_setclock chose.
clockid_t clock_of(const pthread_cond_t* condition) {
  constexpr unsigned is_monotonic = 2;
  return (condition->__data.__wrefs & is_monotonic) != 0 ? CLOCK_MONOTONIC : CLOCK_REALTIME;
}

// The end of a slice is a spurious wake-up, which every caller must expect. Waiting on instead could miss a signal that
// came while the mutex was taken again.
int wait_for_condition(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* moment) {
  static const auto wait =
      real<int(pthread_cond_t*, pthread_mutex_t*, clockid_t, const timespec*)>("pthread_cond_clockwait");
  const Nanoseconds left = nanoseconds(*moment) - now(clock);
  const timespec real_moment = real_moment_in(left > slice ? slice : left > 0 ? left : 0);
  const int error = wait(condition, mutex, CLOCK_MONOTONIC, &real_moment);
  return error == ETIMEDOUT && nanoseconds(*moment) > now(clock) ? 0 : error;
}

long futex_wait(long word, long operation, long value, const timespec* timeout, long bits) {
  static const auto call = real<long(long, ...)>("syscall");
  const clockid_t clock = (operation & FUTEX_CLOCK_REALTIME) != 0 ? CLOCK_REALTIME : CLOCK_MONOTONIC;
  const bool until_a_moment = (operation & FUTEX_CMD_MASK) == FUTEX_WAIT_BITSET;
  const Nanoseconds deadline = nanoseconds(*timeout) + (until_a_moment ? 0 : now(clock));
  const long wait_for = FUTEX_WAIT_BITSET | (operation & FUTEX_PRIVATE_FLAG);
  const long error = wait_until(clock, deadline, static_cast<long>(ETIMEDOUT), [&](Nanoseconds left) -> long {
    const timespec moment = real_moment_in(left);
    const long all_bits = static_cast<long>(FUTEX_BITSET_MATCH_ANY);
    return call(SYS_futex, word, wait_for, value, &moment, 0L, until_a_moment ? bits : all_bits) < 0 ? errno : 0;
  });
  if (error != 0) errno = static_cast<int>(error);
  return error == 0 ? 0 : -1;
}

}  // namespace

GCMOCK_SHOWN int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* moment) {
  return wait_for_condition(condition, mutex, clock_of(condition), moment);
}

GCMOCK_SHOWN int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock,
                                        const timespec* moment) {
  return wait_for_condition(condition, mutex, clock, moment);
}

GCMOCK_SHOWN int sem_clockwait(sem_t* semaphore, clockid_t clock, const timespec* moment) {
  static const auto wait = real<int(sem_t*, clockid_t, const timespec*)>("sem_clockwait");
  return wait_with_errno(clock, moment, [&](const timespec* until) { return wait(semaphore, CLOCK_MONOTONIC, until); });
}

GCMOCK_SHOWN int sem_timedwait(sem_t* semaphore, const timespec* moment) {
  return sem_clockwait(semaphore, CLOCK_REALTIME, moment);
}

GCMOCK_SHOWN int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock, const timespec* moment) noexcept {
  static const auto wait = real<int(pthread_mutex_t*, clockid_t, const timespec*)>("pthread_mutex_clocklock");
  return wait_as_thread(clock, moment, [&](const timespec* until) { return wait(mutex, CLOCK_MONOTONIC, until); });
}

GCMOCK_SHOWN int pthread_mutex_timedlock(pthread_mutex_t* mutex, const timespec* moment) noexcept {
  return pthread_mutex_clocklock(mutex, CLOCK_REALTIME, moment);
}

GCMOCK_SHOWN int pthread_rwlock_clockrdlock(pthread_rwlock_t* lock, clockid_t clock, const timespec* moment) noexcept {
  static const auto wait = real<int(pthread_rwlock_t*, clockid_t, const timespec*)>("pthread_rwlock_clockrdlock");
  return wait_as_thread(clock, moment, [&](const timespec* until) { return wait(lock, CLOCK_MONOTONIC, until); });
}

GCMOCK_SHOWN int pthread_rwlock_clockwrlock(pthread_rwlock_t* lock, clockid_t clock, const timespec* moment) noexcept {
  static const auto wait = real<int(pthread_rwlock_t*, clockid_t, const timespec*)>("pthread_rwlock_clockwrlock");
  return wait_as_thread(clock, moment, [&](const timespec* until) { return wait(lock, CLOCK_MONOTONIC, until); });
}

GCMOCK_SHOWN int pthread_rwlock_timedrdlock(pthread_rwlock_t* lock, const timespec* moment) noexcept {
  return pthread_rwlock_clockrdlock(lock, CLOCK_REALTIME, moment);
}

GCMOCK_SHOWN int pthread_rwlock_timedwrlock(pthread_rwlock_t* lock, const timespec* moment) noexcept {
  return pthread_rwlock_clockwrlock(lock, CLOCK_REALTIME, moment);
}

// For what the C++ library and language runtimes ask of the kernel themselves, as far as they do it by this function.
GCMOCK_SHOWN long syscall(long number, ...) noexcept {
  static const auto call = real<long(long, ...)>("syscall");
  va_list given;
  va_start(given, number);
  long arguments[6];
  for (long& argument : arguments) argument = va_arg(given, long);
  va_end(given);
  const auto [a, b, c, d, e, f] = arguments;
  if (number == SYS_clock_gettime) return clock_gettime(static_cast<clockid_t>(a), reinterpret_cast<timespec*>(b));
  const long operation = b & FUTEX_CMD_MASK;
  if (number == SYS_futex && d != 0 && (operation == FUTEX_WAIT || operation == FUTEX_WAIT_BITSET))
    return futex_wait(a, b, c, reinterpret_cast<const timespec*>(d), f);
  return call(number, a, b, c, d, e, f);
}
