// What took the life of a token that a refusal is about.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "gcmock/domain/world.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// Of the token that `refused` presented, where the check of its life failed; else nothing is found.
class Revocation {
 public:
  Revocation(const Exchange& refused, const std::vector<Exchange>& journal, const World& world);

  /// Did this change end the token, or all tokens of its user, client or grant? Made by `by`; null: by a step.
  [[nodiscard]] bool is_by(const ChangeMade& change, const Exchange* by) const;
  /// Was a token of the same grant presented a second time, in a world that revokes the grant for it?
  [[nodiscard]] bool is_by_reuse(const Exchange& earlier) const;

 private:
  std::string token_;
  std::set<std::string> family_;   ///< labels of all that descends from the same grant, as far as the journal shows
  std::set<std::string> changes_;  ///< in words
  bool reuse_revokes_ = false;
};

}  // namespace gcmock
