// Edge-triggered, registered once: a request costs epoll_wait, recv and send, and no epoll_ctl.
#include "http/reactor.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>

#include "gcmock/error.h"
#include "http/quiet_thread.h"

namespace gcmock {
namespace {

constexpr std::size_t scratch_bytes = 64 * 1024;
constexpr std::size_t events_at_once = 128;

Socket owned(int descriptor, const char* what) {
  if (descriptor < 0) throw Error{std::string{what} + ": " + std::strerror(errno)};
  return Socket{descriptor};
}

}  // namespace

Reactor::Reactor(Handler& handler, const ConnectionSettings& settings)
    : handler_(handler),
      settings_(settings),
      epoll_(owned(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      alarm_(owned(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd")),
      scratch_(scratch_bytes) {
  epoll_event alarm{};
  alarm.events = EPOLLIN;
  ::epoll_ctl(epoll_.descriptor(), EPOLL_CTL_ADD, alarm_.descriptor(), &alarm);
  thread_ = start_quiet_thread([this] { run(); });
}

Reactor::~Reactor() {
  is_stopping_ = true;
  wake();
  thread_.join();
}

void Reactor::adopt(Newcomer newcomer) {
  {
    const std::lock_guard lock{alarm_lock_};
    newcomers_.push_back(std::move(newcomer));
  }
  wake();
}

void Reactor::release(std::uint64_t connection) {
  {
    const std::lock_guard lock{alarm_lock_};
    released_.push_back(connection);
  }
  wake();
}

void Reactor::wake() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(alarm_.descriptor(), &one, sizeof one);
}

void Reactor::run() {
  std::array<epoll_event, events_at_once> events{};
  while (!is_stopping_) {
    const int count =
        ::epoll_wait(epoll_.descriptor(), events.data(), static_cast<int>(events.size()), milliseconds_to_wait());
    bool rang = false;
    for (int at = 0; at < count && !is_stopping_; ++at) {
      auto* const connection = static_cast<Connection*>(events[at].data.ptr);
      if (connection == nullptr) {
        rang = true;  // answered below: it may end connections that have events here
      } else {
        on_event(events[at].events, *connection);
      }
    }
    if (rang) answer_alarm();
    give_turns();
    end_overdue();
  }
}

void Reactor::answer_alarm() {
  std::uint64_t rings = 0;
  [[maybe_unused]] const auto taken = ::read(alarm_.descriptor(), &rings, sizeof rings);
  std::vector<Newcomer> newcomers;
  std::vector<std::uint64_t> released;
  {
    const std::lock_guard lock{alarm_lock_};
    newcomers.swap(newcomers_);
    released.swap(released_);
  }
  for (auto& newcomer : newcomers) welcome(std::move(newcomer));
  for (const auto id : released) {
    const auto found = connections_.find(id);
    if (found != connections_.end()) settle(*found->second, found->second->on_release());
  }
}

void Reactor::welcome(Newcomer newcomer) {
  const auto id = newcomer.id;
  auto connection = std::make_unique<Connection>(std::move(newcomer), handler_, settings_, scratch_);
  epoll_event interest{};
  interest.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
  interest.data.ptr = connection.get();
  if (::epoll_ctl(epoll_.descriptor(), EPOLL_CTL_ADD, connection->descriptor(), &interest) != 0) return;
  timers_.set(id, connection->deadline());
  connections_.emplace(id, std::move(connection));
}

void Reactor::on_event(std::uint32_t events, Connection& connection) {
  settle(connection, connection.on_readiness({.readable = (events & EPOLLIN) != 0,
                                              .peer_finished = (events & EPOLLRDHUP) != 0,
                                              .broken = (events & (EPOLLERR | EPOLLHUP)) != 0}));
}

void Reactor::give_turns() {
  std::vector<std::uint64_t> wanting;
  wanting.swap(wanting_turns_);
  for (const auto id : wanting) {
    const auto found = connections_.find(id);
    if (found != connections_.end()) settle(*found->second, found->second->on_turn());
  }
}

void Reactor::end_overdue() {
  for (const auto id : timers_.take_due(TimerHeap::Time::clock::now())) {
    auto& connection = *connections_.at(id);
    settle(connection, connection.on_deadline());
  }
}

void Reactor::settle(Connection& connection, Connection::Life life) {
  const auto id = connection.id();
  switch (life) {
    case Connection::Life::goes_on:
      timers_.set(id, connection.deadline());
      return;
    case Connection::Life::wants_turn:
      timers_.set(id, connection.deadline());
      wanting_turns_.push_back(id);
      return;
    case Connection::Life::over:
      timers_.forget(id);
      connections_.erase(id);
      return;
  }
}

/// To the next deadline, rounded up: it is never taken before it is due.
int Reactor::milliseconds_to_wait() const {
  if (!wanting_turns_.empty()) return 0;
  const auto next = timers_.next();
  if (!next) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - TimerHeap::Time::clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, INT_MAX));
}

}  // namespace gcmock
