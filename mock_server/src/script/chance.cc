// splitmix64 (Steele, Lea and Flood, 2014): spreads what is alike, and says the same on every machine.
#include "script/chance.h"

#include <cmath>
#include <numbers>

namespace gcmock {
namespace {

constexpr std::uint64_t step = 0x9E3779B97F4A7C15U;

std::uint64_t mixed(std::uint64_t value) {
  value += step;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

}  // namespace

Chance Chance::of(std::uint64_t what) const {
  return Chance{mixed(state_ ^ mixed(what))};
}

std::uint64_t Chance::bits() {
  const std::uint64_t drawn = mixed(state_);
  state_ += step;
  return drawn;
}

double Chance::share() {
  return static_cast<double>(bits() >> 11) * 0x1p-53;
}

// Box and Muller; 1 - share() is never 0, whose logarithm would be none.
double Chance::normal() {
  const double radius = std::sqrt(-2 * std::log(1 - share()));
  return radius * std::cos(2 * std::numbers::pi * share());
}

}  // namespace gcmock
