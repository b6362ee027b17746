// Keeps exchanges: see journal.h.
#include "journal/journal.h"

#include <utility>

namespace gcmock {

void Journal::append(Exchange exchange) {
  exchange.seq = next_seq();
  exchange.delivery.state = DeliveryState::pending;
  exchanges_.push_back(std::move(exchange));
  ++pending_;
}

void Journal::record_delivery(std::uint64_t seq, const DeliveryReport& report) {
  if (seq == 0 || seq > exchanges_.size() || report.state == DeliveryState::pending) return;
  auto& delivery = exchanges_[seq - 1].delivery;
  if (delivery.state != DeliveryState::pending) return;
  delivery = report;
  --pending_;
}

}  // namespace gcmock
