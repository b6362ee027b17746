// Walks through a Delivery's steps: what to do next, given how many bytes are out. Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>
#include <variant>

#include "engine/handler.h"

namespace gcmock {

class DeliveryPlan {
 public:
  struct Send {
    std::string_view bytes;  ///< what is to go out before the next step
  };
  struct Pause {
    std::chrono::milliseconds by{0};
  };
  struct EndByFin {};
  struct EndByReset {};
  struct Linger {
    bool sends_fin = false;  ///< first; then what comes is dropped, until the client goes
  };
  struct Done {};
  using Todo = std::variant<Send, Pause, EndByFin, EndByReset, Linger, Done>;

  explicit DeliveryPlan(Delivery delivery) : delivery_(std::move(delivery)) {}

  /// Each Pause is told once; Send is told until its bytes are sent().
  Todo next();
  void sent(std::size_t count) { sent_ += count; }

  [[nodiscard]] std::uint64_t seq() const { return delivery_.seq; }
  [[nodiscard]] Persistence after() const { return delivery_.after; }
  [[nodiscard]] Wholeness wholeness() const { return delivery_.wholeness; }
  [[nodiscard]] const std::optional<HeldBack>& held() const { return delivery_.held; }
  [[nodiscard]] const std::optional<CloseIdle>& idle_end() const { return delivery_.idle_end; }
  [[nodiscard]] const std::vector<NextConnections>& next_connections() const { return delivery_.next_connections; }
  [[nodiscard]] bool has_more_to_follow() const { return delivery_.follows.has_value(); }
  [[nodiscard]] std::size_t bytes_sent() const { return sent_; }
  [[nodiscard]] std::size_t bytes_total() const { return delivery_.bytes.size(); }

 private:
  [[nodiscard]] std::string_view between_sent_and(std::size_t offset) const;

  Delivery delivery_;
  std::size_t step_ = 0;
  std::size_t sent_ = 0;
};

}  // namespace gcmock
