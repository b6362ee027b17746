// One `visit` a step.
#include "http/delivery_plan.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace gcmock {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

}  // namespace

DeliveryPlan::Todo DeliveryPlan::next() {
  for (; step_ < delivery_.steps.size(); ++step_) {
    const auto todo = std::visit(Overloaded{[](const Wait& wait) -> std::optional<Todo> { return Pause{wait.by}; },
                                            [&](const SendUntil& until) -> std::optional<Todo> {
                                              const auto bytes = between_sent_and(until.offset);
                                              if (bytes.empty()) return std::nullopt;
                                              return Send{bytes};
                                            },
                                            [](const Close&) -> std::optional<Todo> { return EndByFin{}; },
                                            [](const HalfClose&) -> std::optional<Todo> { return Linger{true}; },
                                            [](const Mute&) -> std::optional<Todo> { return Linger{false}; },
                                            [](const Reset&) -> std::optional<Todo> { return EndByReset{}; }},
                                 delivery_.steps[step_]);
    if (!todo) continue;
    if (std::holds_alternative<Pause>(*todo)) ++step_;
    return *todo;
  }
  const auto rest = between_sent_and(delivery_.bytes.size());
  if (rest.empty()) return Done{};
  return Send{rest};
}

std::string_view DeliveryPlan::between_sent_and(std::size_t offset) const {
  const auto end = std::min(offset, delivery_.bytes.size());
  return std::string_view{delivery_.bytes}.substr(sent_, std::max(end, sent_) - sent_);
}

}  // namespace gcmock
