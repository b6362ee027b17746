// An entry is stale when its key is forgotten or was queued again for an earlier time.
#include "http/timer_heap.h"

#include <functional>

namespace gcmock {

void TimerHeap::set(Key key, Time deadline) {
  const auto [found, is_new] = deadlines_.try_emplace(key, Deadline{deadline, deadline});
  found->second.at = deadline;
  if (is_new || deadline < found->second.queued_for) queue(key, found->second);
}

std::optional<TimerHeap::Time> TimerHeap::next() const {
  if (entries_.empty()) return std::nullopt;
  return entries_.top().at;
}

std::vector<TimerHeap::Key> TimerHeap::take_due(Time now) {
  std::vector<Key> due;
  while (!entries_.empty() && entries_.top().at <= now) {
    const Entry entry = entries_.top();
    entries_.pop();
    const auto found = deadlines_.find(entry.key);
    if (found == deadlines_.end() || found->second.queued_for != entry.at) continue;
    if (found->second.at > now) {
      queue(entry.key, found->second);
      continue;
    }
    due.push_back(entry.key);
    deadlines_.erase(found);
  }
  return due;
}

void TimerHeap::queue(Key key, Deadline& deadline) {
  deadline.queued_for = deadline.at;
  entries_.push({deadline.at, key});
}

}  // namespace gcmock
