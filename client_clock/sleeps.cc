// Sleeping, and waiting for descriptors: for so long from now, by a clock that may jump meanwhile.
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <threads.h>
#include <unistd.h>

#include "jumped_time.h"

using namespace gcmock::client_clock;

namespace {

constexpr Nanoseconds millisecond = 1'000'000;

int milliseconds_up(Nanoseconds time) {
  return static_cast<int>((time + millisecond - 1) / millisecond);
}

// `wait(left)` returns 0 where nothing came of it in this time, as poll and its kin do.
template <class Wait>
int wait_for(Nanoseconds timeout, Wait wait) {
  return wait_until(CLOCK_MONOTONIC, now(CLOCK_MONOTONIC) + timeout, 0, wait);
}

// `wait(milliseconds)` as poll, which forever is -1 for.
template <class Wait>
int wait_for_milliseconds(int timeout, Wait wait) {
  if (timeout <= 0) return wait(timeout);
  return wait_for(timeout * millisecond, [&](Nanoseconds left) { return wait(milliseconds_up(left)); });
}

// `wait(timespec*)` as ppoll, which forever is null for.
template <class Wait>
int wait_for_timespec(const timespec* timeout, Wait wait) {
  if (timeout == nullptr || timeout->tv_sec < 0) return wait(timeout);
  return wait_for(nanoseconds(*timeout), [&](Nanoseconds left) {
    const timespec time = to_timespec(left);
    return wait(&time);
  });
}

// Select clears its sets where nothing came: each slice gets them as the caller gave them.
struct Sets {
  int count;
  fd_set* sets[3];
  fd_set asked[3];

  Sets(int descriptors, fd_set* reads, fd_set* writes, fd_set* others)
      : count(descriptors), sets{reads, writes, others}, asked{} {
    for (int i = 0; i < 3; ++i) {
      if (sets[i] != nullptr) asked[i] = *sets[i];
    }
  }
  void restore() {
    for (int i = 0; i < 3; ++i) {
      if (sets[i] != nullptr) *sets[i] = asked[i];
    }
  }
};

// Returns an error number. Sleeping in the middle of a slice is told from its end by the clock.
int sleep_until(clockid_t clock, Nanoseconds deadline) {
  static const auto sleep = real<int(clockid_t, int, const timespec*, timespec*)>("clock_nanosleep");
  return wait_until(clock, deadline, 0, [&](Nanoseconds left) {
    const timespec time = to_timespec(left);
    return sleep(CLOCK_MONOTONIC, 0, &time, nullptr);
  });
}

bool is_time(const timespec& time) {
  return time.tv_sec >= 0 && time.tv_nsec >= 0 && time.tv_nsec < 1'000'000'000;
}

int sleep_for(clockid_t clock, const timespec& time, timespec* remaining) {
  const Nanoseconds deadline = now(clock) + nanoseconds(time);
  const int error = sleep_until(clock, deadline);
  if (error == EINTR && remaining != nullptr) {
    const Nanoseconds left = deadline - now(clock);
    *remaining = to_timespec(left > 0 ? left : 0);
  }
  return error;
}

}  // namespace

GCMOCK_SHOWN int clock_nanosleep(clockid_t clock, int flags, const timespec* time, timespec* remaining) {
  static const auto sleep = real<int(clockid_t, int, const timespec*, timespec*)>("clock_nanosleep");
  if (!jumps(clock) || !is_time(*time)) return sleep(clock, flags, time, remaining);
  return (flags & TIMER_ABSTIME) != 0 ? sleep_until(clock, nanoseconds(*time)) : sleep_for(clock, *time, remaining);
}

GCMOCK_SHOWN int nanosleep(const timespec* time, timespec* remaining) {
  const int error = is_time(*time) ? sleep_for(CLOCK_MONOTONIC, *time, remaining) : EINVAL;
  if (error != 0) errno = error;
  return error == 0 ? 0 : -1;
}

GCMOCK_SHOWN int thrd_sleep(const timespec* time, timespec* remaining) {
  if (!is_time(*time)) return -2;
  return sleep_for(CLOCK_MONOTONIC, *time, remaining) == EINTR ? -1 : 0;
}

GCMOCK_SHOWN int usleep(useconds_t time) {
  const timespec wanted = to_timespec(time * 1000LL);
  return nanosleep(&wanted, nullptr);
}

GCMOCK_SHOWN unsigned sleep(unsigned seconds) {
  const timespec wanted{static_cast<time_t>(seconds), 0};
  timespec left{};
  return sleep_for(CLOCK_MONOTONIC, wanted, &left) == EINTR ? static_cast<unsigned>(left.tv_sec) : 0;
}

GCMOCK_SHOWN int poll(pollfd* watched, nfds_t count, int timeout) {
  static const auto ask = real<int(pollfd*, nfds_t, int)>("poll");
  return wait_for_milliseconds(timeout, [&](int left) { return ask(watched, count, left); });
}

GCMOCK_SHOWN int __poll_chk(pollfd* watched, nfds_t count, int timeout, size_t) {
  return poll(watched, count, timeout);
}

GCMOCK_SHOWN int ppoll(pollfd* watched, nfds_t count, const timespec* timeout, const sigset_t* mask) {
  static const auto ask = real<int(pollfd*, nfds_t, const timespec*, const sigset_t*)>("ppoll");
  return wait_for_timespec(timeout, [&](const timespec* left) { return ask(watched, count, left, mask); });
}

GCMOCK_SHOWN int __ppoll_chk(pollfd* watched, nfds_t count, const timespec* timeout, const sigset_t* mask, size_t) {
  return ppoll(watched, count, timeout, mask);
}

GCMOCK_SHOWN int epoll_wait(int epoll, epoll_event* events, int count, int timeout) {
  static const auto ask = real<int(int, epoll_event*, int, int)>("epoll_wait");
  return wait_for_milliseconds(timeout, [&](int left) { return ask(epoll, events, count, left); });
}

GCMOCK_SHOWN int epoll_pwait(int epoll, epoll_event* events, int count, int timeout, const sigset_t* mask) {
  static const auto ask = real<int(int, epoll_event*, int, int, const sigset_t*)>("epoll_pwait");
  return wait_for_milliseconds(timeout, [&](int left) { return ask(epoll, events, count, left, mask); });
}

GCMOCK_SHOWN int epoll_pwait2(int epoll, epoll_event* events, int count, const timespec* timeout,
                              const sigset_t* mask) {
  static const auto ask = real<int(int, epoll_event*, int, const timespec*, const sigset_t*)>("epoll_pwait2");
  return wait_for_timespec(timeout, [&](const timespec* left) { return ask(epoll, events, count, left, mask); });
}

GCMOCK_SHOWN int pselect(int count, fd_set* reads, fd_set* writes, fd_set* others, const timespec* timeout,
                         const sigset_t* mask) {
  static const auto ask = real<int(int, fd_set*, fd_set*, fd_set*, const timespec*, const sigset_t*)>("pselect");
  if (count > FD_SETSIZE) return ask(count, reads, writes, others, timeout, mask);  // larger sets than the type's
  Sets sets(count, reads, writes, others);
  return wait_for_timespec(timeout, [&](const timespec* left) {
    sets.restore();
    return ask(count, reads, writes, others, left, mask);
  });
}

GCMOCK_SHOWN int select(int count, fd_set* reads, fd_set* writes, fd_set* others, timeval* timeout) {
  static const auto ask = real<int(int, fd_set*, fd_set*, fd_set*, timeval*)>("select");
  if (count > FD_SETSIZE || timeout == nullptr || timeout->tv_sec < 0 || timeout->tv_usec < 0)
    return ask(count, reads, writes, others, timeout);
  const Nanoseconds deadline = now(CLOCK_MONOTONIC) + nanoseconds({timeout->tv_sec, 0}) + timeout->tv_usec * 1000LL;
  Sets sets(count, reads, writes, others);
  const int result = wait_until(CLOCK_MONOTONIC, deadline, 0, [&](Nanoseconds left) {
    sets.restore();
    timeval time{left / 1'000'000'000, left % 1'000'000'000 / 1000};
    return ask(count, reads, writes, others, &time);
  });
  const Nanoseconds left = deadline - now(CLOCK_MONOTONIC);
  const timespec remaining = to_timespec(left > 0 ? left : 0);  // as Linux does, and some programs rely on
  *timeout = {remaining.tv_sec, remaining.tv_nsec / 1000};
  return result;
}
