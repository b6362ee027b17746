// A queue of orders; each connection uses up one of a count.
#include "http/doorkeeper.h"

namespace gcmock {

void Doorkeeper::take(const std::vector<NextConnections>& orders) {
  const std::lock_guard lock{mutex_};
  for (const auto& order : orders) {
    if (order.count > 0) orders_.push_back(order);
  }
}

std::optional<ConnectionFate> Doorkeeper::next() {
  const std::lock_guard lock{mutex_};
  if (orders_.empty()) return std::nullopt;
  auto& order = orders_.front();
  const auto fate = order.fate;
  if (--order.count == 0) orders_.pop_front();
  return fate;
}

}  // namespace gcmock
