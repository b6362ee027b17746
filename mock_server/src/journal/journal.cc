// Keeps exchanges: see journal.h.
#include "journal/journal.h"

#include <algorithm>
#include <utility>

namespace gcmock {

namespace {

// What stays for the whole run keeps no spare room: it was more than half of an exchange.
void shrink(Exchange& exchange) {
  exchange.trail.shrink_to_fit();
  exchange.request_headers.shrink_to_fit();
  exchange.request_fields.shrink_to_fit();
  exchange.answer_headers.shrink_to_fit();
  exchange.sightings.shrink_to_fit();
  exchange.issued.shrink_to_fit();
  exchange.request_body.shrink_to_fit();
  exchange.answer_body.shrink_to_fit();
}

}  // namespace

void Journal::append(Exchange exchange) {
  shrink(exchange);
  exchange.seq = next_seq();
  exchange.delivery.state = DeliveryState::pending;
  exchanges_.push_back(std::move(exchange));
  ++pending_;
}

std::vector<Exchange> Journal::after(std::uint64_t seq, std::size_t at_most) const {
  const std::size_t begin = std::min<std::size_t>(seq, exchanges_.size());
  const std::size_t count = std::min(at_most, exchanges_.size() - begin);
  const auto first = exchanges_.begin() + static_cast<std::ptrdiff_t>(begin);
  return {first, first + static_cast<std::ptrdiff_t>(count)};
}

void Journal::record_delivery(std::uint64_t seq, const DeliveryReport& report) {
  if (seq == 0 || seq > exchanges_.size() || report.state == DeliveryState::pending) return;
  auto& delivery = exchanges_[seq - 1].delivery;
  if (delivery.state != DeliveryState::pending) return;
  delivery = report;
  --pending_;
}

}  // namespace gcmock
