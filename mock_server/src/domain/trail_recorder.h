// Records checks as they are made and stops at the first that fails.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/domain/ruling.h"

namespace gcmock {

/// The trail of one ruling in the making. A check that passes leaves a step without words, so that granting costs no
/// string; a check reads `return holds ? trail.pass(check) : trail.refuse(check, reason, expected, found);`.
class TrailRecorder {
 public:
  explicit TrailRecorder(const Subject& subject) : subject_(subject) { steps_.reserve(longest_trail); }

  /// Always true.
  bool pass(Check check);
  /// Always false. `expected` and `found` are for people and hold no credential.
  bool refuse(Check check, RefusalReason reason, std::string expected, std::string found);
  /// Always false: refused as rate_limited.
  bool refuse_until(std::chrono::seconds retry_after, Check check, const LimitReached& limit, std::string expected,
                    std::string found);
  /// Adds to the refusal just made that reuse was detected.
  void revoke_family(std::uint64_t family) { refused_.revokes_family = family; }

  std::vector<TrailStep> take_steps() { return std::move(steps_); }
  Refused take_refusal() { return std::move(refused_); }

 private:
  static constexpr std::size_t longest_trail = 22;
  const Subject& subject_;
  std::vector<TrailStep> steps_;
  Refused refused_;
};

}  // namespace gcmock
