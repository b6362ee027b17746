// What a script leaves to chance: numbers that look random and are the same in every run with the same seed.
#pragma once

#include <cstdint>

namespace gcmock {

/// Draws one number after the other. What is drawn depends on the seed and on what was mixed in, on nothing else.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  /// One of its own for whatever this number stands for: a rule, the how manieth time that it speaks.
  [[nodiscard]] Chance of(std::uint64_t what) const;

  std::uint64_t bits();
  /// 0 or more, less than 1.
  double share();
  /// Of the standard normal distribution.
  double normal();

 private:
  std::uint64_t state_;
};

}  // namespace gcmock
