// Which connection's time is up next. A connection has one deadline, moved often and seldom reached: moving it later
// costs nothing, the heap finds out when the old one comes up.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <queue>
#include <unordered_map>
#include <vector>

namespace gcmock {

class TimerHeap {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Key = std::uint64_t;

  /// One deadline a key; it replaces the former.
  void set(Key key, Time deadline);
  void forget(Key key) { deadlines_.erase(key); }

  /// When to look again; a time before the first deadline is possible.
  [[nodiscard]] std::optional<Time> next() const;

  /// The keys whose deadline is not after `now`, earliest first. Each is forgotten.
  std::vector<Key> take_due(Time now);

 private:
  struct Deadline {
    Time at;
    Time queued_for;
  };
  struct Entry {
    Time at;
    Key key;
    bool operator>(const Entry& other) const { return at != other.at ? at > other.at : key > other.key; }
  };
  void queue(Key key, Deadline& deadline);

  std::unordered_map<Key, Deadline> deadlines_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> entries_;
};

}  // namespace gcmock
