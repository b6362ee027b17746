// A thread that serves many connections by epoll. An idle connection is an entry in the kernel's set and nothing more.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "http/connection.h"
#include "http/timer_heap.h"

namespace gcmock {

class Reactor {
 public:
  /// `handler` and `settings` must outlive the reactor.
  Reactor(Handler& handler, const ConnectionSettings& settings);
  /// Ends all connections; deliveries not done are reported as failed.
  ~Reactor();
  Reactor(const Reactor&) = delete;
  Reactor& operator=(const Reactor&) = delete;

  /// Takes the socket over. From any thread.
  void adopt(Newcomer newcomer);
  /// What this connection holds back may go. From any thread; nothing happens where it is gone.
  void release(std::uint64_t connection);

 private:
  void run();
  void wake() const;
  void answer_alarm();
  void welcome(Newcomer newcomer);
  void on_event(std::uint32_t events, Connection& connection);
  void give_turns();
  void end_overdue();
  void settle(Connection& connection, Connection::Life life);
  [[nodiscard]] int milliseconds_to_wait() const;

  Handler& handler_;
  const ConnectionSettings& settings_;
  Socket epoll_;
  Socket alarm_;
  std::vector<char> scratch_;
  std::unordered_map<std::uint64_t, std::unique_ptr<Connection>> connections_;
  std::vector<std::uint64_t> wanting_turns_;
  TimerHeap timers_;
  std::mutex alarm_lock_;  // guards what the alarm is about
  std::vector<Newcomer> newcomers_;
  std::vector<std::uint64_t> released_;
  std::atomic<bool> is_stopping_ = false;
  std::thread thread_;
};

}  // namespace gcmock
