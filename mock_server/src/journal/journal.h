// The journal: exchanges in the order of their decisions. What is in it stays; only its delivery is filled in later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "gcmock/journal/exchange.h"

namespace gcmock {

/// Not thread-safe.
class Journal {
 public:
  /// Of the exchange that is appended next.
  [[nodiscard]] std::uint64_t next_seq() const { return exchanges_.size() + 1; }
  /// Numbers it. Its delivery is pending from now on.
  void append(Exchange exchange);
  /// What became of the answer. A number that is none is ignored, a second report, too.
  void record_delivery(std::uint64_t seq, const DeliveryReport& report);

  [[nodiscard]] std::vector<Exchange> all() const { return {exchanges_.begin(), exchanges_.end()}; }
  /// Those behind `seq`, at most so many.
  [[nodiscard]] std::vector<Exchange> after(std::uint64_t seq, std::size_t at_most) const;
  [[nodiscard]] std::size_t size() const { return exchanges_.size(); }
  /// How many deliveries are pending.
  [[nodiscard]] std::size_t pending() const { return pending_; }

 private:
  std::deque<Exchange> exchanges_;  // a vector would move them all whenever it grows
  std::size_t pending_ = 0;
};

}  // namespace gcmock
