// Waits before what follows; how long may be drawn.
#include <algorithm>
#include <cmath>

#include "engine/action_effects.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

struct Drawn {
  Chance& chance;

  milliseconds operator()(milliseconds time) const { return time; }
  milliseconds operator()(const UniformTime& time) const {
    const auto choices = static_cast<double>((time.most - time.least).count() + 1);
    return time.least + milliseconds{static_cast<milliseconds::rep>(chance.share() * choices)};
  }
  milliseconds operator()(const LognormalTime& time) const {
    const double drawn = static_cast<double>(time.median.count()) * std::exp(time.sigma * chance.normal());
    const double longest = static_cast<double>(time.at_most.value_or(std::chrono::hours{1}).count());
    return milliseconds{static_cast<milliseconds::rep>(std::min(drawn, longest))};
  }
};

}  // namespace

void deliver(const Delay& delay, Draft& draft) {
  draft.delivery.steps.emplace_back(Wait{std::visit(Drawn{draft.chance}, delay.by)});
}

}  // namespace gcmock
